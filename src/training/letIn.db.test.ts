import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Mail } from '../messaging/index.ts'
import { doneWith } from '../platform/outcome.testing.ts'
import { readPacks } from '../region/index.server.ts'
import { tinyCourse } from './course.testing.ts'
import { decide } from './decide.server.ts'
import { beginCourse } from './enrol.server.ts'
import { loadEnrolments } from './enrolments.server.ts'
import { seatsOf, setEntry, setSeats } from './entry.server.ts'
import { handlers } from './jobs.server.ts'
import { fillSeat } from './naming.server.ts'
import { openTraining, type Person } from './training.testing.ts'

/** A fire service’s text that gives six months. */
function packsOfFire() {
  const packs = readPacks(process.cwd())
  const rule = {
    ...{ for: ['fire' as const], source: 'A text', read: 'https://law.example', readOn: '2027-01-01' },
    ...{ hours: null, inPersonHours: null, onlineTested: false, finishWithinMonths: 6, passPercent: null },
    ...{ retestAfterDays: null, testsWithinMonths: null, yearly: null, says: { en: 'It.', es: 'Eso.' } },
  }
  return new Map([...packs].map(([state, pack]) => [state, { ...pack, training: [rule] }]))
}

describe('whoever waits for a yes, and is named to a seat', () => {
  let t: Awaited<ReturnType<typeof openTraining>>
  let keeper: Person
  beforeAll(async () => {
    t = await openTraining(undefined, packsOfFire())
    keeper = t.person('duty_coordinator')
    doneWith(await setEntry(t.base.db, keeper, 'tiny', 'approval'))
    doneWith(await setSeats(t.base.db, keeper, { course: 'tiny', agencyId: t.here.agencyId, seats: 50 }))
  })
  afterAll(() => t.base.drop())

  const begin = (who: Person) =>
    beginCourse(t.deps, who, { course: tinyCourse, email: who.email, name: 'Kit A.', code: '' })
  const of = async (who: Person) =>
    await t.base.db.read(who, (reader) => loadEnrolments(reader, { accountId: who.accountId }))
  const states = async (who: Person) => (await of(who)).map((one) => [one.how, one.state])
  const named = async (who: Person) =>
    (await t.rows('select 1 from training.invited where email = $1', [who.email])).length
  async function askedAndNamed(): Promise<{ who: Person; id: string }> {
    const who = t.person()
    const id = doneWith(await begin(who)).enrolmentId
    const given = { course: tinyCourse, agencyId: t.here.agencyId, name: 'Kit A.', email: who.email }
    doneWith(await fillSeat(t.deps, t.person('agency_contact'), [t.here.agencyId], given))
    return { who, id }
  }
  /** Another transaction with what it does, in the midst of which somebody else begins or decides. */
  async function midst<Answer>(statement: string, id: string, act: () => Promise<Answer>): Promise<Answer> {
    const other = await t.base.admin.connect()
    try {
      await other.query('begin')
      await other.query('select 1 from training.enrolment where id = $1 for update', [id])
      await other.query(statement, [id])
      const acting = act()
      await t.waitsForLock()
      await other.query('commit')
      return await acting
    } finally {
      other.release()
    }
  }

  it.each([
    ['2027-03-01T15:00:00Z', '2027-09-01'],
    // What they waited takes nothing of the time in which they learn.
    ['2027-12-01T15:00:00Z', '2028-06-01'],
  ])('let in at %s, finishes by %s: what is asked of the agency, from that day on', async (at, last) => {
    const { who } = await askedAndNamed()
    expect((await of(who))[0]!.finishBy.toString()).toBe('2028-02-29')
    await t.base.setNow(Temporal.Instant.from(at))
    doneWith(await begin(who))
    expect((await of(who)).map(({ state, finishBy }) => [state, finishBy.toString()])).toEqual([
      ['open', last],
    ])
    await t.base.setNow(Temporal.Instant.from('2027-03-01T15:00:00Z'))
  })

  it('is let in past no coordinator’s no that was said in the same moment', async () => {
    const { who, id } = await askedAndNamed()
    const no = `insert into training.decision (region_id, enrolment_id, verdict) select region_id, id, 'declined' from training.enrolment where id = $1`
    expect(doneWith(await midst(no, id, () => begin(who)))).toEqual({ enrolmentId: id })
    expect(await states(who)).toEqual([['alone', 'declined']])
    expect(await named(who)).toBe(1)
    // Nor afterwards, by whatever way: a coordinator decides again.
    doneWith(await begin(who))
    expect(await states(who)).toEqual([
      ['seat', 'asked'],
      ['alone', 'declined'],
    ])
    doneWith(await begin(who))
    expect((await states(who))[0]).toEqual(['seat', 'asked'])
    const [again] = await of(who)
    doneWith(await decide(t.base.db, keeper, again!.id, 'approved'))
    expect((await states(who))[0]).toEqual(['seat', 'open'])
  })

  it('loses no seat that is given while they begin', async () => {
    const who = t.person()
    doneWith(await setEntry(t.base.db, keeper, 'tiny', 'open'))
    const [code] = await t.rows(
      `insert into training.code (region_id, id, course, word, uses, expires_on)
       values ($1, gen_random_uuid(), 'tiny', 'AAAA-BBBB', 5, '2028-01-01') returning id`,
      [t.here.regionId],
    )
    const other = await t.base.admin.connect()
    try {
      await other.query('begin')
      await other.query('select 1 from training.code where id = $1 for update', [code.id])
      const wish = { course: tinyCourse, email: who.email, name: 'Kit A.', code: 'AAAA-BBBB' }
      const beginning = beginCourse(t.deps, who, wish)
      await t.waitsForLock()
      const given = { course: tinyCourse, agencyId: t.here.agencyId, name: 'Kit A.', email: who.email }
      doneWith(await fillSeat(t.deps, t.person('agency_contact'), [t.here.agencyId], given))
      await other.query('commit')
      doneWith(await beginning)
    } finally {
      other.release()
    }
    expect(await named(who)).toBe(1)
    doneWith(await setEntry(t.base.db, keeper, 'tiny', 'approval'))
  })

  it('gives their seat back when their time is over and nobody said yes', async () => {
    const who = t.person()
    const { agencyId } = t.here
    const second = { ...tinyCourse, id: 'second', after: ['tiny'] }
    const deps = { ...t.deps, library: { ...t.deps.library, courses: [tinyCourse, second] } }
    doneWith(await setEntry(t.base.db, keeper, 'second', 'approval'))
    doneWith(await setSeats(t.base.db, keeper, { course: 'second', agencyId, seats: 5 }))
    const given = { course: second, agencyId, name: 'Kit A.', email: who.email }
    doneWith(await fillSeat(t.deps, t.person('agency_contact'), [agencyId], given))
    doneWith(await beginCourse(deps, who, { course: second, email: who.email, name: 'Kit A.', code: '' }))
    const taken = async () =>
      (await t.base.db.read(keeper, (reader) => seatsOf(reader, 'second'))).find(
        (one) => one.agencyId === agencyId,
      )!.taken
    expect(await taken()).toBe(1)
    await t.rows(`update training.enrolment set finish_by = '2027-02-28' where course = 'second'`)
    expect(await taken()).toBe(0)
  })

  it('by a coordinator’s yes loses no day of waiting; the seat that waited is free, and they are written to', async () => {
    const { who, id } = await askedAndNamed()
    await t.base.setNow(Temporal.Instant.from('2027-03-31T15:00:00Z'))
    doneWith(await decide(t.base.db, keeper, id, 'approved'))
    const sent: Mail[] = []
    const send = async (mail: Mail) => {
      sent.push(mail)
      return 'taken' as const
    }
    const deps = {
      ...{ ...t.deps, teamUrl: new URL('https://team.example'), memberOf: async () => null },
      emailOf: async () => who.email,
      mail: { send, close() {} },
    }
    const tell = handlers(deps).find(({ name }) => name === 'training.tellApproved')!
    await tell.run({ regionId: t.here.regionId, enrolmentId: id })
    expect((await of(who))[0]!.finishBy.toString()).toBe('2028-03-30')
    await t.base.setNow(Temporal.Instant.from('2027-03-01T15:00:00Z'))
    expect([await named(who), sent.map(({ to }) => to)]).toEqual([0, [who.email]])
  })

  it('is declined no more once they are in', async () => {
    const { who, id } = await askedAndNamed()
    const letIn = `update training.enrolment set how = 'seat', needs_approval = false where id = $1`
    const said = await midst(letIn, id, () => decide(t.base.db, keeper, id, 'declined'))
    expect(said).toMatchObject({ code: 'decided_already' })
    expect(await states(who)).toEqual([['seat', 'open']])
  })
})
