import type { Reader } from '../platform/db.server.ts'
import type { MemberId } from '../platform/ids.ts'
import { loadRegion, todayIn } from '../region/index.server.ts'
import { nextClass } from './classStore.server.ts'
import type { Library } from './course.ts'
import { endsSoon } from './dutyWay.ts'
import { leadsOn, stands } from './enrolment.ts'
import { loadEnrolments } from './enrolments.server.ts'
import { ownPapers } from './lapses.server.ts'
import { loadDoneOf } from './learn.server.ts'
import { may } from './may.ts'
import { waitingFor } from './nameTo.server.ts'
import { trainingPaths } from './paths.ts'
import { minutesLeft, progressOf } from './progress.ts'
import { paperNamed, type StudyDay } from './studyDay.ts'
import type { TrainingTables } from './tables.server.ts'

/** The training in the reader's own day; empty for whoever is no account. `email`: of the account, or null. */
export async function loadStudyDay(
  reader: Reader,
  library: Library,
  memberId: MemberId | null,
  email: string | null,
): Promise<StudyDay> {
  const { actor } = reader
  if (actor.kind !== 'account') return { papers: [], courses: [], named: [], queue: null }
  const { accountId } = actor
  const { slug } = await loadRegion(reader)
  const today = await todayIn(reader)
  const courseOf = (id: string) => library.courses.find((one) => one.id === id)
  const ending = (await ownPapers(reader, accountId, memberId)).filter((one) => endsSoon(one.lastDay, today))
  const papers = []
  for (const { paper, lastDay } of ending) {
    const { code, of } = paperNamed(paper)
    const course = code === 'certificate' ? courseOf(of) : undefined
    const next = course === undefined ? null : await nextClass(reader, course.id)
    papers.push({
      ...{ code, of: course?.title ?? of, lastDay },
      next: next === null ? null : { startsAt: next.meetings[0]!.startsAt, place: next.place },
    })
  }
  const standing = (await loadEnrolments(reader, { accountId })).filter((one) => stands(one.state))
  const done = await loadDoneOf(
    reader,
    standing.map((one) => one.id),
  )
  const courses = standing.flatMap((one) => {
    const course = courseOf(one.course)
    if (course === undefined) return []
    const progress = progressOf(course, done.get(one.id)!)
    const href =
      progress.next === null || one.state === 'asked'
        ? trainingPaths.enrolment(slug, one.id)
        : trainingPaths.section(slug, one.id, progress.next.lesson, progress.next.section)
    const left = minutesLeft(course, progress)
    return [{ id: one.id, title: course.title, href, waitsForYes: one.state === 'asked', left }]
  })
  const taken = new Map(standing.map((one) => [one.course, one]))
  const named = email === null ? [] : await waitingFor(reader, email)
  return {
    papers,
    courses,
    named: named
      .filter((one) => leadsOn(one.how, taken.get(one.course)))
      .flatMap((one) => courseOf(one.course)?.title ?? []),
    queue: may(actor, 'keep_training') ? await loadQueue(reader, today) : null,
  }
}

async function loadQueue(reader: Reader, today: Temporal.PlainDate): Promise<StudyDay['queue']> {
  const tables = reader.tables<TrainingTables>()
  const enrolments = await tables
    .selectFrom('training.enrolment as e')
    .leftJoin('training.decision as d', (join) =>
      join.onRef('d.region_id', '=', 'e.region_id').onRef('d.enrolment_id', '=', 'e.id'),
    )
    .leftJoin('training.enrolment_end as x', (join) =>
      join.onRef('x.region_id', '=', 'e.region_id').onRef('x.enrolment_id', '=', 'e.id'),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('e.region_id', '=', reader.regionId)
    .where('e.needs_approval', '=', true)
    .where('e.finish_by', '>=', today)
    .where('d.verdict', 'is', null)
    .where('x.why', 'is', null)
    .executeTakeFirstOrThrow()
  const claims = await tables
    .selectFrom('training.claim as c')
    .leftJoin('training.claim_check as k', (join) =>
      join.onRef('k.region_id', '=', 'c.region_id').onRef('k.claim_id', '=', 'c.id'),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('c.region_id', '=', reader.regionId)
    .where('k.verdict', 'is', null)
    .executeTakeFirstOrThrow()
  const continued = await tables
    .selectFrom('training.continued')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('region_id', '=', reader.regionId)
    .where('verdict', 'is', null)
    .executeTakeFirstOrThrow()
  return { enrolments: enrolments.count, papers: claims.count + continued.count }
}
