import { loadEntries, verify, verifyNewest } from '../audit/index.server.ts'
import type { Entry } from '../audit/index.ts'
import type { Reader } from '../platform/db.server.ts'
import type { AccountId, MemberId } from '../platform/ids.ts'
import { loadAgencies, loadRegion } from '../region/index.server.ts'
import { loadMembers } from '../roster/index.server.ts'
import { type AuditFilter, periodOf } from './auditFilter.ts'
import type { AuditView, OwnRecord } from './auditView.ts'

/** How many entries one page lists. */
const pageSize = 50
/** How many links are walked each time the page is opened, at 0.15 ms each (measured); all of them when asked to. */
const walked = 500

export async function loadAuditView(reader: Reader, filter: AuditFilter): Promise<AuditView> {
  const region = await loadRegion(reader)
  const { kind, before } = filter
  const found = await loadEntries(
    reader,
    { kind, before, ...periodOf(filter, region.timeZone) },
    pageSize + 1,
  )
  const walk = filter.whole ? await verify(reader) : await verifyNewest(reader, walked)
  const kept = walk.head.number - walk.head.retired
  const named = [...(await loadMembers(reader)), ...(await loadAgencies(reader))]
  return {
    region,
    ...paged(found),
    walk,
    checked: filter.whole ? kept : Math.min(kept, walked),
    names: new Map(named.map(({ id, name }) => [id, name])),
  }
}

/** What was done about somebody, as whom they are signed in and as the member they are. */
export async function loadOwnRecord(
  reader: Reader,
  about: { readonly account: AccountId; readonly member: MemberId | null },
  before: number | null,
): Promise<OwnRecord> {
  return {
    region: await loadRegion(reader),
    ...paged(await loadEntries(reader, { about, before }, pageSize + 1)),
  }
}

function paged(found: readonly Entry[]): Pick<AuditView, 'entries' | 'older'> {
  const entries = found.slice(0, pageSize)
  return { entries, older: found.length > pageSize ? entries.at(-1)!.number : null }
}
