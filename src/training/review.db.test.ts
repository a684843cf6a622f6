import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Role, roles } from '../platform/actor.ts'
import { tinyCourse } from './course.testing.ts'
import { reviewCourse, reviewOf, reviewsOf } from './review.server.ts'
import { openTraining, type Person } from './training.testing.ts'

describe('marking a course as reviewed', () => {
  let t: Awaited<ReturnType<typeof openTraining>>
  let director: Person
  beforeAll(async () => {
    t = await openTraining()
    director = t.person('clinical_director')
  })
  afterAll(() => t.base.drop())

  const given = {
    reviewer: ' Dr. Ines R. ',
    licence: 'Psychologist MA 0000',
    fingerprint: tinyCourse.fingerprint,
  }
  const review = (who: Person, change: Partial<typeof given> = {}, course = tinyCourse) =>
    reviewCourse(t.deps.db, who, course, { ...given, ...change })
  const read = (who: Person, course = tinyCourse) => t.deps.db.read(who, (reader) => reviewOf(reader, course))
  const audited = () => t.rows(`select act, detail from audit.entry where act = 'course_reviewed'`)

  it.each(roles.filter((role) => role !== 'clinical_director'))('is not for %s', async (role: Role) => {
    expect(await review(t.person(role))).toMatchObject({ code: 'not_allowed' })
  })

  it.each([
    ['no name', { reviewer: ' ' }, { code: 'text_missing', field: 'reviewer' }],
    ['no licence', { licence: '' }, { code: 'text_missing', field: 'licence' }],
    ['a long name', { reviewer: 'x'.repeat(81) }, { code: 'text_unreadable', field: 'reviewer' }],
    ['a sign no database takes', { licence: 'LICSW\u0000' }, { code: 'text_unreadable', field: 'licence' }],
    ['another text than stands', { fingerprint: 'b'.repeat(64) }, { code: 'course_changed' }],
  ])('refuses %s and keeps nothing', async (_what, change, problem) => {
    expect(await review(director, change)).toMatchObject(problem)
    expect(await read(director)).toBeNull()
    expect(await audited()).toEqual([])
  })

  it('refuses an outline', async () => {
    expect(await review(director, {}, { ...tinyCourse, depth: 'outline' })).toMatchObject({
      code: 'course_outline',
    })
  })

  it('stands once however often it is sent, leaves one entry without a name, and is this region’s alone', async () => {
    const sent = await Promise.all([review(director), review(director)])
    expect(sent.map(({ ok }) => ok)).toEqual([true, true])
    expect(await audited()).toEqual([{ act: 'course_reviewed', detail: { course: 'tiny' } }])
    const looks = `select payload from graphile_worker._private_jobs where payload ->> 'course' = 'tiny'`
    expect((await t.rows(looks)).length).toBe(1)
    expect(await read(director)).toMatchObject({ reviewer: 'Dr. Ines R.', licence: 'Psychologist MA 0000' })
    expect(await review(t.person('clinical_director'), { reviewer: 'Dr. Ben O.' })).toMatchObject({
      code: 'reviewed_already',
    })
    expect(await read(t.person('learner', t.there.regionId))).toBeNull()
  })

  it('holds for this text alone; of another one it is told as of an earlier', async () => {
    const changed = { ...tinyCourse, fingerprint: 'c'.repeat(64) }
    expect(await read(director, changed)).toBeNull()
    const reviews = await t.deps.db.read(director, (reader) =>
      reviewsOf(reader, [changed, { id: 'none', fingerprint: '' }]),
    )
    expect(reviews.get('tiny')).toMatchObject({ now: null, before: { reviewer: 'Dr. Ines R.' } })
    expect(reviews.get('none')).toEqual({ now: null, before: null })
    await t.base.setNow(Temporal.Instant.from('2027-03-02T15:00:00Z'))
    expect(
      await review(director, { reviewer: 'Dr. Ben O.', fingerprint: changed.fingerprint }, changed),
    ).toMatchObject({ ok: true })
    expect(await read(director, changed)).toMatchObject({ reviewer: 'Dr. Ben O.' })
    expect(
      (await t.deps.db.read(director, (reader) => reviewsOf(reader, [changed]))).get('tiny')?.before,
    ).toMatchObject({ reviewer: 'Dr. Ines R.' })
  })
})
