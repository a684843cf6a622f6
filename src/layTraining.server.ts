import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TrainingFile, trainingFile } from '../demo/training.ts'
import { type Auth, createAccount, grantRole } from './identity/index.server.ts'
import type { Role } from './platform/actor.ts'
import type { Db } from './platform/db.server.ts'
import { type AccountId, type AgencyId, newId, type RegionId } from './platform/ids.ts'
import type { Outcome } from './platform/problem.ts'
import type { Secrets } from './platform/secrets.server.ts'
import type { StatePack } from './region/index.ts'
import { training } from './training/index.server.ts'
import type { Library } from './training/index.ts'
import { shortestWay } from './training/practiceWalk.ts'

type Services = {
  readonly db: Db
  readonly auth: Auth
  readonly secrets: Secrets
  readonly library: Library
  readonly packs: ReadonlyMap<string, StatePack>
}
type Loaded = {
  readonly regionId: RegionId
  readonly agencies: ReadonlyMap<string, AgencyId>
  readonly timeZone: string
}

/** Who learns and teaches in the demonstration: through the same use-cases as everybody. */
export async function layTraining(
  services: Services,
  loaded: Loaded,
  folder: string,
  coordinator: AccountId,
): Promise<void> {
  const { db } = services
  const file = trainingFile.parse(JSON.parse(readFileSync(join(folder, 'harbor/training.json'), 'utf8')))
  const actor = (accountId: AccountId, role: Role) =>
    ({ kind: 'account', accountId, regionId: loaded.regionId, roles: [role] }) as const
  const person = async ({ name, email }: { name: string; email: string }, role: Role) => {
    const account = await createAccount(services.auth, { email, name })
    await db.write({ kind: 'system', regionId: loaded.regionId }, (tx) => grantRole(tx, account, role))
    return actor(account, role)
  }
  const keeper = actor(coordinator, 'duty_coordinator')
  const instructor = await person(file.instructor, 'instructor')
  const today = await db.read(keeper, async (reader) =>
    reader.now.toZonedDateTimeISO(loaded.timeZone).toPlainDate(),
  )
  for (const one of file.classes)
    valueOf(
      await training.planClass(services, keeper, {
        ...{ id: newId<string>(), course: one.course, place: one.place, seats: one.seats },
        instructor: instructor.accountId,
        meetings: meetingsOf(one, today, loaded.timeZone),
      }),
    )
  for (const { course, mode } of file.entries) valueOf(await training.setEntry(db, keeper, course, mode))
  for (const { agency, course, seats } of file.seats)
    valueOf(await training.setSeats(db, keeper, { course, agencyId: loaded.agencies.get(agency)!, seats }))
  for (const learner of file.learners) {
    const who = await person(learner, 'learner')
    const course = services.library.courses.find((one) => one.id === learner.course)!
    const { enrolmentId } = valueOf(
      await training.beginCourse(services, who, {
        course,
        email: learner.email,
        name: learner.name,
        code: '',
      }),
    )
    for (const { id: lesson, sections } of course.lessons.slice(0, learner.lessonsRead))
      for (const { id: section } of sections)
        valueOf(await training.readSection(db, who, course, enrolmentId, { lesson, section }))
    for (const practice of course.practice.slice(0, learner.practised))
      valueOf(
        await training.walkPractice(db, who, course, enrolmentId, {
          practice: practice.id,
          path: shortestWay(practice),
        }),
      )
  }
}

/** On the first such day of the week that lies so many weeks ahead; one day after the other. */
function meetingsOf(
  { weeksAhead, weekday, meetings }: TrainingFile['classes'][number],
  today: Temporal.PlainDate,
  timeZone: string,
) {
  const from = today.add({ weeks: weeksAhead })
  const first = from.add({ days: (weekday - from.dayOfWeek + 7) % 7 })
  return meetings.map((meeting, index) => {
    const at = (plainTime: string) =>
      first.add({ days: index }).toZonedDateTime({ timeZone, plainTime }).toInstant()
    return { startsAt: at(meeting.from), endsAt: at(meeting.until) }
  })
}

function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`the demonstration's training: ${outcome.code}`)
  return outcome.value
}
