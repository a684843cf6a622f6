import { audit } from '../audit/index.server.ts'
import { type Actor, accountOf } from '../platform/actor.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import { newId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { loadRegion } from '../region/index.server.ts'
import { daysMet, heldPlaces, seated } from './class.ts'
import { coded } from './coded.ts'
import type { Library } from './course.ts'
import { keepClass } from './keepClass.server.ts'
import { ownAffair } from './ownAffair.server.ts'
import { problem, type TrainingCode } from './problems.ts'
import { settleSoon } from './settleSoon.server.ts'
import type { TrainingTables } from './tables.server.ts'
import type { Verdict } from './verdict.ts'

export type Look = { readonly verdict: Verdict; readonly observedOn: Temporal.PlainDate }

export type Looked = {
  /** A day on which the class met. */
  readonly observedOn: Temporal.PlainDate
  /** By skill; of the rest nothing is said. */
  readonly verdicts: ReadonlyMap<string, Verdict>
}

/**
 * What somebody showed of a course's skills, by whoever watched. A verdict that stands already is left; another one is a
 * look of its own, on the same day as the newest or later. Nobody signs off themselves.
 */
export async function signOff(
  deps: { readonly db: Db; readonly library: Library },
  actor: Actor,
  classId: string,
  enrolmentId: string,
  { observedOn, verdicts }: Looked,
): Promise<Outcome<null, TrainingCode>> {
  return await keepClass(deps.db, actor, classId, async (tx, one) => {
    const place = seated(heldPlaces(one)).find((held) => held.enrolmentId === enrolmentId)
    if (place === undefined) return problem('not_in_class')
    if (await ownAffair(tx, place.accountId)) return problem('own_class')
    const { timeZone } = await loadRegion(tx)
    const days = daysMet(one, timeZone, tx.now)
    if (days.length === 0) return problem('not_begun', 'day')
    if (!days.some((day) => day.equals(observedOn))) return problem('not_a_choice', 'day')
    const skills = deps.library.courses.find((course) => course.id === one.course)?.skills ?? []
    const known = (await loadLooks(tx, [enrolmentId])).get(enrolmentId)
    const recorded_by = accountOf(actor)
    const looks = [...verdicts].filter(([skill, verdict]) => known?.get(skill)?.verdict !== verdict)
    for (const [skill] of looks) {
      if (!skills.some((one) => one.id === skill)) return problem('not_a_choice', skill)
      const newest = known?.get(skill)?.observedOn
      if (newest !== undefined && Temporal.PlainDate.compare(observedOn, newest) < 0)
        return problem('newer_look', 'day')
    }
    for (const [skill, verdict] of looks) {
      await tx
        .tables<TrainingTables>()
        .insertInto('training.sign_off')
        .values({
          ...{ region_id: tx.regionId, id: newId<string>(), enrolment_id: enrolmentId, class_id: classId },
          ...{ skill, verdict, observed_on: observedOn, recorded_at: tx.now, recorded_by },
        })
        .execute()
      await audit(tx, {
        act: 'skill_signed_off',
        subject: { account: place.accountId },
        detail: { class: classId, skill: coded(skill), verdict },
      })
    }
    if (looks.length > 0) await settleSoon(tx, enrolmentId)
    return done(null)
  })
}

/** By enrolment, then by skill: the newest look at each. */
export async function loadLooks(
  reader: Reader,
  enrolmentIds: readonly string[],
): Promise<Map<string, Map<string, Look>>> {
  if (enrolmentIds.length === 0) return new Map()
  const rows = await reader
    .tables<TrainingTables>()
    .selectFrom('training.sign_off')
    .select(['enrolment_id', 'skill', 'verdict', 'observed_on'])
    .where('region_id', '=', reader.regionId)
    .where('enrolment_id', 'in', enrolmentIds)
    .orderBy('observed_on')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  const found = new Map<string, Map<string, Look>>()
  for (const row of rows) {
    const of = found.get(row.enrolment_id) ?? new Map<string, Look>()
    found.set(row.enrolment_id, of.set(row.skill, { verdict: row.verdict, observedOn: row.observed_on }))
  }
  return found
}

/** What somebody showed by now, over all classes they sat in. */
export async function signedOff(reader: Reader, enrolmentId: string): Promise<Map<string, Look>> {
  return (await loadLooks(reader, [enrolmentId])).get(enrolmentId) ?? new Map()
}
