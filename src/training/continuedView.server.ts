import type { Reader } from '../platform/db.server.ts'
import type { AccountId, MemberId } from '../platform/ids.ts'
import { loadRegion, todayIn } from '../region/index.server.ts'
import { loadMember } from '../roster/index.server.ts'
import { disciplinesOf, loadAsked, type Packs } from './asked.server.ts'
import { loadEntries, loadLedger } from './continued.server.ts'
import type { ContinuedView, WaitingEntries } from './continuedView.ts'
import type { Library } from './course.ts'
import { learnerName } from './learnView.server.ts'
import { ledgerOf } from './ledger.ts'
import { ownAffairs } from './ownAffair.server.ts'

/** One's own continued training. What is asked depends on whom they stand for. */
export async function loadContinuedView(
  reader: Reader,
  { library, packs }: { readonly library: Library; readonly packs: Packs },
  accountId: AccountId,
  memberId: MemberId | null,
): Promise<ContinuedView> {
  const member = memberId === null ? null : await loadMember(reader, memberId)
  const asked = await loadAsked(reader, packs, await disciplinesOf(reader, { accountId, agencyId: null }))
  const { start, entries, classes, counted } = await loadLedger(reader, library, accountId, memberId)
  const today = await todayIn(reader)
  const titleOf = (id: string) => library.courses.find((one) => one.id === id)?.title ?? id
  return {
    region: await loadRegion(reader),
    today,
    start,
    name: await learnerName(reader, accountId),
    suggested: member?.name ?? null,
    asked: asked.yearly,
    texts: asked.texts.filter((text) => text.yearly !== null),
    years: start === null ? [] : ledgerOf(start, today, counted, asked.yearly),
    classes: classes.map((one) => ({ ...one, title: titleOf(one.course) })),
    entries,
  }
}

/** Entries that nobody looked at, with those that are one's own to leave to somebody else. */
export async function loadWaitingEntries(reader: Reader): Promise<WaitingEntries> {
  const entries = await loadEntries(reader, { waiting: true })
  const own = await ownAffairs(reader)
  return entries.map((entry) => ({ entry, own: own(entry.accountId) }))
}
