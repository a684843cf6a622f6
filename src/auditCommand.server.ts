import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { audit, entriesAfter, loadHead, retire } from './audit/index.server.ts'
import { type Anchor, anchorsIn, anchorText, type Entry } from './audit/index.ts'
import type { Db } from './platform/db.server.ts'
import { regionDirectory } from './region/index.server.ts'
import { type Place, walkTrails } from './trails.server.ts'

const usage = `tailboard audit verify [--region SLUG] [--anchor HASH/NUMBER|FILE]…
tailboard audit export --region SLUG
tailboard audit retire [--region SLUG]
`

type Streams = { out(text: string): void; fail(text: string): void }
type Open = (work: (db: Db) => Promise<number>) => Promise<number>

/** 0: done, and every chain holds; 1: one is broken, or lacks an anchor; 2: the command was not understood. */
export async function auditCommand(args: readonly string[], open: Open, to: Streams): Promise<number> {
  const given = argumentsIn(args)
  const misread = given === null ? usage : wrongIn(given)
  if (given === null || misread !== null) {
    to.fail(misread ?? usage)
    return 2
  }
  return await open(async (db) => {
    const all = await regionDirectory(db)
    const places = given.slug === undefined ? all : all.filter((one) => one.slug === given.slug)
    if (given.slug !== undefined && places.length === 0) {
      to.fail(`There is no region "${given.slug}". Give the short name in its address.\n`)
      return 2
    }
    if (given.what === 'verify') return await verifyAll(db, places, given.anchors, to)
    for (const place of places)
      await (given.what === 'export' ? exportTrail(db, place, to) : retireIn(db, place, to))
    return 0
  })
}

/** An anchor has to be found in one of the chains that are walked. */
async function verifyAll(
  db: Db,
  places: readonly Place[],
  anchors: readonly Anchor[],
  to: Streams,
): Promise<number> {
  const { broken, lost } = await walkTrails(db, places, anchors, (text) => to.out(text))
  for (const anchor of lost)
    to.out(`anchor ${anchorText(anchor)}: no chain has this entry; one was cut short or written anew\n`)
  return broken.length === 0 && lost.length === 0 ? 0 : 1
}

/** The chain itself, entry by entry, and its head as the last line. Taking it out is an act as well. */
async function exportTrail(db: Db, { regionId }: Place, to: Streams): Promise<void> {
  const actor = { kind: 'system', regionId } as const
  await db.write(actor, (tx) => audit(tx, { act: 'trail_exported', subject: 'region' }))
  await db.read(actor, async (reader) => {
    for await (const entry of entriesAfter(reader, 0)) to.out(`${JSON.stringify(lineOf(entry))}\n`)
    const { number, hash } = await loadHead(reader)
    to.out(`${JSON.stringify({ head: { number, hash, region: regionId } })}\n`)
  })
}

function lineOf(entry: Entry) {
  return { ...entry, at: entry.at.toString({ fractionalSecondDigits: 6 }) }
}

async function retireIn(db: Db, { regionId, slug }: Place, to: Streams): Promise<void> {
  const gone = await db.write({ kind: 'system', regionId }, retire)
  to.out(
    gone === null
      ? `${slug}: nothing removed, a legal hold stands\n`
      : `${slug}: ${gone} entries older than seven years removed\n`,
  )
}

const verbs = ['verify', 'export', 'retire'] as const

function argumentsIn(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { region: { type: 'string' }, anchor: { type: 'string', multiple: true } },
    })
    const what = verbs.find((one) => one === positionals[0])
    if (what === undefined || positionals.length > 1) return null
    const read = (values.anchor ?? []).map((one) => ({ one, anchors: anchorsIn(one) ?? anchorsOf(one) }))
    return {
      what,
      slug: values.region,
      anchors: read.flatMap(({ anchors }) => anchors ?? []),
      unread: read.find(({ anchors }) => anchors === null)?.one ?? null,
    }
  } catch {
    return null
  }
}

function anchorsOf(file: string): Anchor[] | null {
  try {
    return anchorsIn(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

function wrongIn(given: NonNullable<ReturnType<typeof argumentsIn>>): string | null {
  if (given.unread !== null)
    return `${given.unread} is no anchor, and no file with one. An anchor reads HASH/NUMBER.\n`
  if (given.what === 'export' && given.slug === undefined) return `Say which region: --region SLUG.\n${usage}`
  return given.what !== 'verify' && given.anchors.length > 0 ? usage : null
}
