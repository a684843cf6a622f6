import { isLoopback } from '../platform/loopback.ts'
import { type Asked, ask } from './ask.server.ts'
import type { Build } from './build.server.ts'
import { sha256 } from './clientList.server.ts'
import { isSent } from './clientList.ts'
import { type Expected, expectedHeads } from './expected.server.ts'
import { type Finding, type Unplaced, unfit } from './finding.ts'
import { fileHeads, pageHeads } from './heads.ts'
import { readMarkup } from './markup.ts'
import { frontPages, type Page, pagesOf, regionsIn } from './pages.ts'
import { partsOf } from './parts.ts'

/** A site that leads nowhere from here; `why` says what was asked and what came. */
export class Unreachable extends Error {}

export type Walked = {
  readonly pages: number
  readonly files: number
  readonly findings: readonly Finding[]
  /** What was left out, and why. */
  readonly notes: readonly string[]
  /** Other hosts that links lead to. */
  readonly leads: readonly string[]
}

export type Round = { readonly signal: AbortSignal; tell(text: string): void }

/** A thousand regions would take an hour. */
const regionsAtOnce = 20

/** Reads the pages of one public host, and compares every file that they load. */
export async function walkPublic(
  build: Build,
  origin: string,
  region: string | null,
  round: Round,
): Promise<Walked> {
  const walk = await openWalk(build, origin, round)
  throwUnlessReached(origin, await walk.page(frontPages[0]!), [200])
  for (const page of frontPages.slice(1)) await walk.page(page)
  const listed = regionsIn(walk.links(), origin)
  const notes: string[] = []
  if (region === null && listed.length === 0)
    notes.push('This site lists no region: only its front page was compared.')
  if (region === null && listed.length > regionsAtOnce)
    notes.push(
      `The first ${regionsAtOnce} of ${listed.length} regions were compared. --region SLUG compares another.`,
    )
  const slugs = region === null ? listed.slice(0, regionsAtOnce) : [region]
  for (const [index, page] of slugs.flatMap(pagesOf).entries()) {
    const { status } = await walk.page(page)
    if (region !== null && index === 0 && status === 404) throw noRegion(region)
    if (page.mayLack && status === 404)
      notes.push(`${page.address} does not exist: nobody can be written to there.`)
  }
  await walk.files()
  return { ...walk.told(), notes }
}

const noRegion = (slug: string) =>
  new Unreachable(`This site has no region "${slug}". Give the short name in its address: --region SLUG.`)

/** Compares every file of the build with what another host sends under the same address. */
export async function walkFiles(build: Build, origin: string, round: Round): Promise<Walked> {
  const walk = await openWalk(build, origin, round)
  for (const path of [...build.list.keys()].filter(isSent)) walk.load(`${origin}/${path}`)
  const met = await walk.files()
  if (met !== null) throwUnlessReached(origin, met, [200, 404])
  return walk.told()
}

async function openWalk(build: Build, origin: string, { signal, tell }: Round) {
  const expected = await expectedHeads(origin)
  const findings: Finding[] = []
  const links = new Set<string>()
  const loads = new Set<string>()
  const compared = { pages: 0, files: 0 }
  const note = (where: string, found: readonly Unplaced[]) => {
    for (const one of found) findings.push({ where, ...one })
  }
  const { hostname: name, protocol } = new URL(origin)
  const hostname = name.replace(/^\[|\]$/g, '')
  if (protocol === 'http:' && !isLoopback(hostname) && !hostname.endsWith('.localhost'))
    note(origin, [unfit('open', 'http', 'https')])

  return {
    links: () => [...links],
    load: (address: string) => loads.add(address),
    told: () => ({
      ...compared,
      findings,
      notes: [],
      leads: [...new Set([...links].map((link) => new URL(link).host))].filter(
        (host) => host !== new URL(origin).host,
      ),
    }),
    async page(page: Page): Promise<Asked> {
      const where = new URL(page.address, origin).href
      tell(`  ${where}\n`)
      const asked = await ask(where, signal)
      // An answer that takes the place of a page keeps to the same.
      const lacking = page.mayLack && asked.status === 404
      if (asked.status !== 200 && !lacking) {
        note(where, [notSent(asked)])
        return asked
      }
      compared.pages++
      const kind = lacking ? 'plain' : page.kind
      const text = decoded(asked.body)
      note(where, pageHeads(expected[kind], asked.heads))
      if (text === null) {
        note(where, [unfit('letters', 'bytes that are no UTF-8', 'UTF-8')])
        return asked
      }
      const read = readMarkup(text, where, build.carries[kind])
      note(where, read.findings)
      for (const link of read.links) links.add(link)
      for (const load of read.loads) loads.add(load)
      return asked
    },
    /** Each file once, and what it loads in turn; the answer of the first one, for who asks whether there is anybody. */
    async files(): Promise<Asked | null> {
      let met: Asked | null = null
      // What is added on the way is met as well.
      for (const where of loads) {
        const { pathname, search } = new URL(where)
        const path = `${pathname}${search}`.slice(1)
        const hash = build.list.get(path)
        if (hash === undefined) {
          note(where, [
            { kind: 'unlisted', found: 'a file that a page loads', expected: 'a file of the list' },
          ])
          continue
        }
        tell(`  ${where}\n`)
        const asked = await ask(where, signal)
        met ??= asked
        compared.files++
        const wrong = compareFile(path, hash, asked, build, expected)
        note(where, wrong)
        for (const part of partsOf(path, build.read(path).toString('utf8')))
          loads.add(new URL(part, where).href)
      }
      return met
    },
  }
}

function compareFile(
  path: string,
  hash: string,
  asked: Asked,
  build: Build,
  expected: Expected,
): readonly Unplaced[] {
  if (asked.status !== 200) return [notSent(asked)]
  const got = sha256(asked.body)
  const worker = `/${path}` === build.worker ? expected.talkWorker : null
  return [
    ...(got === hash ? [] : [unfit('bytes', `SHA-256 ${got}`, `SHA-256 ${hash}`)]),
    ...fileHeads(path, worker, expected.plain, asked.heads),
  ]
}

function notSent(asked: Asked): Unplaced {
  if (asked.status === null) return unfit('unsent', asked.why, 'an answer')
  const [location] = asked.heads.get('location') ?? []
  return location === undefined
    ? unfit('unsent', `answer ${asked.status}`, 'answer 200')
    : unfit('redirect', `sent on to ${location}`, 'an answer of its own')
}

/** A whole site that is elsewhere, or nowhere, is no finding about it. */
function throwUnlessReached(where: string, asked: Asked, fine: readonly number[]): void {
  if (asked.status === null)
    throw new Unreachable(
      `${where} could not be read: ${asked.why}. Check the address and the network, and try again.`,
    )
  const [location] = asked.heads.get('location') ?? []
  if (location !== undefined)
    throw new Unreachable(
      `${where} sends on to ${location}. Nothing is followed; give that address if you mean it.`,
    )
  if (!fine.includes(asked.status))
    throw new Unreachable(`${where} answers ${asked.status}. Check the address, or try again later.`)
}

/** As a browser decodes UTF-8; null where it would have to guess, or read a mark that says otherwise. */
function decoded(body: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return null
  }
}
