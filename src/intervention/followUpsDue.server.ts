import { may } from '../identity/index.ts'
import { hasRole } from '../platform/actor.ts'
import type { Reader } from '../platform/db.server.ts'
import type { MemberId } from '../platform/ids.ts'
import type { FollowUp } from './followUp.ts'
import { loadFollowUps, runsFollowUps } from './followUps.server.ts'

/** So long ahead somebody sees what they owe: the first call after tonight is tomorrow's. */
const aheadHours = 72

const dueBy = (now: Temporal.Instant) => (one: FollowUp) => Temporal.Instant.compare(one.dueAt, now) <= 0

/** How many are past their last hour; none for whoever does not run follow-ups. */
export async function lateFollowUps(reader: Reader): Promise<number> {
  return runsFollowUps(reader.actor) ? (await loadFollowUps(reader, { late: true })).length : 0
}

/** The calls to members after a session, due now, soonest first: the clinical director's own. */
export async function memberChecksDue(reader: Reader): Promise<FollowUp[]> {
  if (!hasRole(reader.actor, 'clinical_director')) return []
  const open = await loadFollowUps(reader, { open: true })
  return open.filter((one) => one.kind === 'member_check').filter(dueBy(reader.now))
}

/** Those that wait, late ones too; none for whoever does not run follow-ups. */
export async function openFollowUps(reader: Reader): Promise<number> {
  return runsFollowUps(reader.actor) ? (await loadFollowUps(reader, { open: true })).length : 0
}

/** What one member owns and is due by now or in three days, soonest first. */
export async function ownFollowUpsSoon(reader: Reader, memberId: MemberId): Promise<FollowUp[]> {
  if (!may(reader.actor, 'see', 'own_offers')) return []
  return (await loadFollowUps(reader, { owner: memberId, open: true })).filter(
    dueBy(reader.now.add({ hours: aheadHours })),
  )
}
