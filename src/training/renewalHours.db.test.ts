import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grantRole } from '../identity/index.server.ts'
import { newId } from '../platform/ids.ts'
import { doneWith } from '../platform/outcome.testing.ts'
import { readPacks } from '../region/index.server.ts'
import type { Discipline } from '../region/index.ts'
import { addMember, select } from '../roster/index.server.ts'
import { allDone } from './allDone.testing.ts'
import { disciplinesOf } from './asked.server.ts'
import { checkContinued, enterContinued } from './continued.server.ts'
import { loadContinuedView } from './continuedView.server.ts'
import { tinyCourse, tinyLibrary } from './course.testing.ts'
import { EnrolmentPage } from './EnrolmentPage.tsx'
import { leaveCourse } from './enrol.server.ts'
import { loadEnrolmentView } from './learnView.server.ts'
import type { ContinuedKind } from './ledger.ts'
import { settle, settleCourse } from './settle.server.ts'
import { openTraining, type Person } from './training.testing.ts'
import { loadWay } from './wayView.server.ts'

// It builds on another: the state's hours of a first course are asked of that one.
const course = { ...tinyCourse, after: ['basics'] }
const library = { ...tinyLibrary, courses: [course] }
const day = (text: string) => Temporal.PlainDate.from(text)

describe('a certificate that is renewed', () => {
  let t: Awaited<ReturnType<typeof openTraining>>
  let keeper: Person
  beforeAll(async () => {
    t = await openTraining(undefined, readPacks(process.cwd()))
    keeper = t.person('duty_coordinator')
  })
  afterAll(() => t.base.drop())

  const settled = async (id: string) => {
    await settle({ ...t.deps, library }, t.here.regionId, id)
    return (await t.rows('select 1 from training.certificate where enrolment_id = $1', [id])).length
  }
  const view = (who: Person, id: string) =>
    t.base.db.read(who, (reader) =>
      loadEnrolmentView(reader, { library, packs: t.deps.packs }, who.accountId, id),
    )
  const hours = async (who: Person, id: string) =>
    (await view(who, id))!.steps
      .filter(({ code }) => code.startsWith('continued'))
      .map(({ code, done, have, of }) => [code, done, have, of])
  const waitsToSettle = async (id: string) =>
    (await t.rows(`select 1 from graphile_worker._private_jobs where payload ->> 'enrolmentId' = $1`, [id]))
      .length === 1

  /** On the team since the first of February, with a certificate of the first of March; then the day of the renewal. */
  async function renewing(state: string, discipline: Discipline) {
    await t.rows('update region.region set state = $1 where region_id = $2', [state, t.here.regionId])
    await t.base.setNow(Temporal.Instant.from('2027-03-01T15:00:00Z'))
    const who = t.person('peer')
    const { memberId } = doneWith(
      await addMember(t.base.db, keeper, {
        ...{ agencyId: t.here.agencyId, furtherAgencies: [], name: 'Kit A.', email: who.email, role: 'peer' },
        ...{ rankBand: 'line', disciplines: [discipline], languages: ['en'], town: 'Larkfield', place: null },
      }),
    )
    await t.base.db.write(keeper, (tx) => grantRole(tx, who.accountId, 'peer', { memberId }))
    doneWith(await select(t.base.db, keeper, memberId, day('2027-02-01')))
    const first = await allDone(t, who, course)
    expect(await hours(who, first)).toEqual([])
    expect(await settled(first)).toBe(1)
    await t.base.setNow(Temporal.Instant.from('2028-12-20T15:00:00Z'))
    const enter = async (kind: ContinuedKind, minutes: number, doneOn: string) => {
      const id = newId<string>()
      const given = { id, kind, minutes, what: 'A drill', evidenceKept: 'binder 4', name: null }
      doneWith(await enterContinued(t.base.db, who, memberId, { ...given, doneOn: day(doneOn) }))
      return id
    }
    const seen = (id: string) => checkContinued(t.base.db, keeper, id, 'seen')
    return { who, memberId, first, id: await allDone(t, who, course), enter, seen }
  }

  it('waits in California’s corrections for the hours of the last twelve months, as far as somebody has seen them', async () => {
    const { who, memberId, first, id, enter, seen } = await renewing('CA', 'corrections')
    expect(await hours(who, id)).toEqual([
      ['continued_training', false, 0, 480],
      ['continued_on_the_job', false, 0, 720],
    ])
    expect(await settled(id)).toBe(0)
    const page = async () => String(EnrolmentPage({ view: (await view(who, id))!, lang: 'en' }))
    expect(await page()).toContain('CDCR Department Operations Manual 33050.4.12')
    const [training, early] = [
      await enter('training', 480, '2028-06-01'),
      await enter('on_the_job', 720, '2027-12-20'),
    ]
    expect((await hours(who, id)).map(([, , have]) => have)).toEqual([0, 0])
    doneWith(await seen(training))
    doneWith(await seen(early))
    // What was more than a year ago is the ledger's, and no more the renewal's.
    expect(await hours(who, id)).toEqual([
      ['continued_training', true, 480, 480],
      ['continued_on_the_job', false, 0, 720],
    ])
    expect(await settled(id)).toBe(0)
    const { continued, way } = await t.base.db.read(who, (reader) =>
      loadWay(reader, { library, packs: t.deps.packs }, who.accountId, memberId),
    )
    expect(continued!.lines.map((line) => [line.code, line.state, line.bars])).toEqual([
      ['continued_training', 'done', false],
      ['continued_on_the_job', 'open', false],
    ])
    expect(continued!.short?.from.toString()).toBe('2027-02-02')
    const step = way.courses[0]!.lines.find((line) => line.code === 'continued_on_the_job')
    expect(step).toMatchObject({ next: 'ledger', amount: { have: 0, of: 720 } })

    const late = await enter('meeting', 720, '2027-12-21')
    await t.rows('delete from graphile_worker._private_jobs')
    doneWith(await seen(late))
    // Whatever is recorded is looked at: nobody presses anything.
    expect(await waitsToSettle(id)).toBe(true)
    expect(await settled(id)).toBe(1)
    expect(await page()).not.toContain('CDCR Department Operations Manual')
    // A certificate that was issued asks for nothing more, and the first one never did.
    expect([await hours(who, id), await hours(who, first)]).toEqual([[], []])
  })

  it('may come after the last day of its course, for hours that were done before it and seen later', async () => {
    const { id, enter, seen } = await renewing('CA', 'corrections')
    await t.rows(`update training.enrolment set finish_by = '2028-12-19' where id = $1`, [id])
    const done = async (on: string) => {
      for (const kind of ['training', 'on_the_job'] as const) doneWith(await seen(await enter(kind, 720, on)))
      return await settled(id)
    }
    expect(await done('2028-12-20')).toBe(0)
    await t.base.setNow(Temporal.Instant.from('2034-06-20T15:00:00Z'))
    expect(await done('2034-06-19')).toBe(0)
    expect(await done('2028-12-19')).toBe(1)
  })

  it('is looked at again when a clinician reviews another course whose classes counted for nothing before', async () => {
    const { who, id } = await renewing('CA', 'corrections')
    const crisis = { ...course, id: 'crisis', crisis: true }
    await allDone(t, who, crisis)
    await t.rows('delete from graphile_worker._private_jobs')
    const both = { ...library, courses: [course, crisis] }
    await settleCourse({ ...t.deps, library: both }, t.here.regionId, 'crisis')
    expect(await waitsToSettle(id)).toBe(true)
  })

  it('waits for them too of whoever is no member and was sent by such an agency, whoever renews it; their ledger says so', async () => {
    await t.rows(`update region.region set state = 'CA' where region_id = $1`, [t.here.regionId])
    await t.base.setNow(Temporal.Instant.from('2027-03-01T15:00:00Z'))
    const who = t.person()
    const first = await allDone(t, who, course)
    await t.rows(
      `with a as (update region.agency set discipline = 'corrections' where id = $1)
       update training.enrolment set how = 'seat', agency_id = $1 where id = $2`,
      [t.here.agencyId, first],
    )
    expect(await settled(first)).toBe(1)
    await t.base.setNow(Temporal.Instant.from('2028-12-20T15:00:00Z'))
    const id = await allDone(t, who, course)
    expect((await hours(who, id)).map(([code, done]) => [code, done])).toEqual([
      ['continued_training', false],
      ['continued_on_the_job', false],
    ])
    const ledger = await t.base.db.read(who, (reader) =>
      loadContinuedView(reader, { library, packs: t.deps.packs }, who.accountId, null),
    )
    expect([ledger.asked, ledger.texts.length]).toEqual([{ training: 480, onTheJob: 720 }, 1])
    await t.rows(`update region.agency set discipline = 'fire' where id = $1`, [t.here.agencyId])
  })

  it('binds nobody who left a course to the texts of whoever sent them there', async () => {
    const who = t.person()
    const id = await t.enrolled(who)
    await t.rows(`update training.enrolment set how = 'seat', agency_id = $1 where id = $2`, [
      t.here.agencyId,
      id,
    ])
    const stands = () =>
      t.base.db.read(who, (reader) => disciplinesOf(reader, { accountId: who.accountId, agencyId: null }))
    expect(await stands()).toEqual(['fire'])
    doneWith(await leaveCourse(t.base.db, who, id))
    expect(await stands()).toEqual([])
  })

  it.each([
    ['MA', 'corrections'],
    ['CA', 'fire'],
  ] as const)('waits for no hours in %s, of %s', async (state, discipline) => {
    const { who, id } = await renewing(state, discipline)
    expect(await hours(who, id)).toEqual([])
    expect(await settled(id)).toBe(1)
  })
})
