import { doneWith } from '../platform/outcome.testing.ts'
import { tinyCourse } from './course.testing.ts'
import { rightKey } from './draw.testing.ts'
import { readSection, walkPractice } from './learn.server.ts'
import { attemptsOf, beginTest, handIn, saveAnswers } from './test.server.ts'
import type { openTraining, Person } from './training.testing.ts'

/** Enrols somebody, who does everything online, and in a room what is wanted of it; answers the enrolment's id. */
export async function allDone(
  t: Awaited<ReturnType<typeof openTraining>>,
  who: Person,
  course = tinyCourse,
  room = { minutes: 120, skills: ['opens', 'ends'] },
): Promise<string> {
  const id = await t.enrolled(who, course)
  for (const lesson of course.lessons)
    for (const section of lesson.sections) {
      const place = { lesson: lesson.id, section: section.id }
      doneWith(await readSection(t.base.db, who, course, id, place))
    }
  doneWith(await walkPractice(t.base.db, who, course, id, { practice: 'a-talk', path: [0] }))
  doneWith(await beginTest(t.base.db, new Map(), who, course, id))
  const [open] = await t.base.db.read(who, (reader) => attemptsOf(reader, id))
  doneWith(await saveAnswers(t.base.db, who, course, id, rightKey(open!.drawn, course.bank)))
  doneWith(await handIn(t.base.db, who, course, id))
  const [made] = await t.rows(
    `with c as (insert into training.class (region_id, id, course, place, seats, instructor)
       values ($1, gen_random_uuid(), $2, 'Larkfield', 5, gen_random_uuid()) returning id),
     m as (insert into training.class_meeting (region_id, id, class_id, starts_at, ends_at)
       select $1, gen_random_uuid(), c.id, '2027-02-01T14:00Z', '2027-02-01T18:00Z' from c returning id, class_id)
     select * from m`,
    [t.here.regionId, course.id],
  )
  await t.rows(
    'insert into training.attendance (region_id, meeting_id, enrolment_id, minutes) values ($1, $2, $3, $4)',
    [t.here.regionId, made.id, id, room.minutes],
  )
  for (const skill of room.skills)
    await t.rows(
      `insert into training.sign_off (region_id, id, enrolment_id, class_id, skill, verdict, observed_on)
       values ($1, gen_random_uuid(), $2, $3, $4, 'shown', '2027-02-01')`,
      [t.here.regionId, id, made.class_id, skill],
    )
  return id
}
