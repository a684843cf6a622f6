import type { Reader } from '../platform/db.server.ts'
import type { AccountId } from '../platform/ids.ts'
import { loadRegion } from '../region/index.server.ts'
import { type Class, heldPlaces, placeInLine, stateOf } from './class.ts'
import type { ClassesView, ShownClass } from './classesView.ts'
import { loadClasses } from './classStore.server.ts'
import type { Library } from './course.ts'
import { loadEnrolments } from './enrolments.server.ts'
import { evaluatedBy, evaluationRefused } from './evaluation.server.ts'
import { keeps } from './keepClass.server.ts'
import { may } from './may.ts'

/** What is older is found by its address alone. */
const listed = { hours: 24 * 366 }

/** What the list of classes shows to whoever asks. Of other people a learner is shown nothing. */
export async function loadClassesView(reader: Reader, library: Library): Promise<ClassesView> {
  const { actor, now } = reader
  const enrolments =
    actor.kind === 'account' ? await loadEnrolments(reader, { accountId: actor.accountId }) : []
  const evaluated = await evaluatedBy(
    reader,
    enrolments.map((one) => one.id),
  )
  const classes = (await loadClasses(reader, { endingAfter: now.subtract(listed) })).map((one) =>
    shown(one, library, now),
  )
  const own = classes.flatMap((one) => {
    const places = heldPlaces(one)
    const place = places.find((held) => actor.kind === 'account' && held.accountId === actor.accountId)
    if (place === undefined) return []
    const mayEvaluate = !evaluated.has(one.id) && evaluationRefused(one, actor, now) === null
    return [{ ...one, has: placeInLine(places, place.enrolmentId) ?? ('seat' as const), mayEvaluate }]
  })
  const taken = new Set(own.map((one) => one.id))
  const going = enrolments.filter((one) => one.state === 'open')
  const ahead = classes.filter((one) => one.state === 'planned' && !taken.has(one.id))
  const kept = classes.filter((one) => keeps(actor, one))
  const isOver = (one: ShownClass) => one.state === 'over' || one.state === 'cancelled'
  return {
    region: await loadRegion(reader),
    now,
    enrolled: going.length > 0,
    own: own.filter((one) => one.state !== 'over' || one.mayEvaluate),
    open: ahead.flatMap((one) => {
      const by = going.find((enrolment) => enrolment.course === one.course)
      return by === undefined ? [] : [{ ...one, enrolmentId: by.id }]
    }),
    kept: kept.filter((one) => !isOver(one)),
    earlier: kept.filter(isOver).reverse(),
    keeps: may(actor, 'keep_classes') ? 'all' : may(actor, 'teach') ? 'taught' : 'none',
  }
}

export function shown(one: Class, library: Library, now: Temporal.Instant): ShownClass {
  const title = library.courses.find((course) => course.id === one.course)?.title ?? one.course
  return { ...one, title, state: stateOf(one, now), taughtBy: null }
}

/** With the names of the instructors: accounts live behind another role, and are asked outside the transaction. */
export async function withInstructors(
  classes: readonly ShownClass[],
  nameOf: (account: AccountId) => Promise<string | null>,
): Promise<ShownClass[]> {
  const ids = [...new Set(classes.map((one) => one.instructor))]
  const names = new Map(await Promise.all(ids.map(async (id) => [id, (await nameOf(id)) ?? '–'] as const)))
  return classes.map((one) => ({ ...one, taughtBy: names.get(one.instructor) ?? '–' }))
}
