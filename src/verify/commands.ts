import { parseArgs } from 'node:util'
import { readBuild } from './build.server.ts'
import { sha256 } from './clientList.server.ts'
import { listText } from './clientList.ts'
import { calm, reportOf } from './report.ts'
import { type Round, Unreachable, walkFiles, walkPublic } from './walk.server.ts'

/** 0: everything fits; 1: something doesn't; 2: not understood, not built, or the site could not be reached. */
type Answer = { readonly code: 0 | 1 | 2; readonly text: string }

const usage = `tailboard verify URL [--region SLUG] [--team URL]
tailboard verify --list\n`

/** A site that answers ever so slowly comes to an end. */
const minutes = 10

/** `tailboard verify`: asks a site as any visitor does, needs no account, no database and no setting, and keeps nothing. */
export async function verifyCommand(
  args: readonly string[],
  root: string,
  { signal, tell }: Round,
): Promise<Answer> {
  const given = argumentsIn(args)
  if (typeof given === 'string') return { code: 2, text: given }
  const build = readBuild(root)
  if (build === null)
    return {
      code: 2,
      text: 'The files for browsers are not as they were built. Build them again: npm run build\n',
    }
  const list = listText(build.list)
  if (given === null) return { code: 0, text: list }
  const late = AbortSignal.timeout(minutes * 60_000)
  const round = { signal: AbortSignal.any([signal, late]), tell }
  try {
    const open = await walkPublic(build, given.site, given.region, round)
    const team = given.team === null ? null : await walkFiles(build, given.team, round)
    const findings = [...open.findings, ...(team?.findings ?? [])]
    const text = reportOf({
      version: build.version,
      list: sha256(Buffer.from(list)),
      compared: [
        { origin: given.site, ...open },
        ...(team === null ? [] : [{ origin: given.team!, ...team }]),
      ],
      findings,
      notes: open.notes,
      leads: open.leads,
    })
    return { code: findings.length === 0 ? 0 : 1, text }
  } catch (error) {
    if (error instanceof Unreachable) return { code: 2, text: `${calm(error.message)}\n` }
    if (signal.aborted) return { code: 2, text: 'Stopped before everything was compared.\n' }
    if (late.aborted)
      return {
        code: 2,
        text: `The site took longer than ${minutes} minutes. Try again, or one --region at a time.\n`,
      }
    throw error
  }
}

type Given = { readonly site: string; readonly team: string | null; readonly region: string | null }

/** Null: the list is asked for. A text says what was not understood. */
function argumentsIn(args: readonly string[]): Given | null | string {
  const read = parsed(args)
  if (read === null) return usage
  const { values, positionals } = read
  if (values.list) return args.length === 1 ? null : usage
  const [url, ...more] = positionals
  if (url === undefined || more.length > 0) return usage
  const [site, team] = [url, values.team].map((one) => (one === undefined ? null : originOf(one)))
  if (site === null || (values.team !== undefined && team === null))
    return `${site === null ? url : values.team} is no address of a site. Give one like https://peers.example.\n${usage}`
  if (values.region !== undefined && !/^[a-z0-9-]+$/.test(values.region))
    return `${values.region} is no region. Give the short name in its address, like harbor.\n${usage}`
  return { site: site!, team: team ?? null, region: values.region ?? null }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        region: { type: 'string' },
        team: { type: 'string' },
        list: { type: 'boolean', default: false },
      },
    })
  } catch {
    return null
  }
}

function originOf(text: string): string | null {
  if (!URL.canParse(text)) return null
  const { protocol, origin, pathname, search, username } = new URL(text)
  const bare = pathname === '/' && search === '' && username === ''
  return /^https?:$/.test(protocol) && bare ? origin : null
}
