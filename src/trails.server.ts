import { verify } from './audit/index.server.ts'
import { type Anchor, anchorText, type Break, type Walk } from './audit/index.ts'
import type { Db } from './platform/db.server.ts'
import type { RegionId } from './platform/ids.ts'

export type Place = { readonly regionId: RegionId; readonly slug: string }

export type Walked = {
  /** The short names of the regions whose trail does not hold. */
  readonly broken: readonly string[]
  /** Anchors that are in none of the chains. */
  readonly lost: readonly Anchor[]
}

/** Walks the trail of each region from its first entry to its head, and tells a line of each. */
export async function walkTrails(
  db: Db,
  places: readonly Place[],
  anchors: readonly Anchor[],
  tell: (text: string) => void,
): Promise<Walked> {
  const broken: string[] = []
  let lost = anchors
  for (const { regionId, slug } of places) {
    const walked = await db.read({ kind: 'system', regionId }, (reader) => verify(reader, lost))
    lost = walked.lost
    if (walked.broken !== null) broken.push(slug)
    tell(`${slug}: ${walked.broken === null ? holds(walked) : breaks(walked.broken)}\n`)
  }
  return { broken, lost }
}

function holds({ head }: Walk): string {
  const from = head.retired === 0 ? '' : `, kept from number ${head.retired + 1}`
  return `${head.number} entries, every link holds${from}; anchor ${anchorText(head)}`
}

function breaks({ number, what }: Break): string {
  const said: Record<Break['what'], string> = {
    missing: 'is missing',
    changed: 'was changed, or what stands before it',
    surplus: 'stands after the newest one',
    unannounced: 'and what stands before it are gone, and no entry says that they were too old',
  }
  return `BROKEN at number ${number}: entry ${number} ${said[what]}`
}
