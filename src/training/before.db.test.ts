import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doneWith } from '../platform/outcome.testing.ts'
import { issueCertificate, revoke } from './certificate.server.ts'
import { enrol } from './classes.testing.ts'
import { tinyCourse, tinyLibrary } from './course.testing.ts'
import { decide } from './decide.server.ts'
import { beginCourse } from './enrol.server.ts'
import { loadEnrolments } from './enrolments.server.ts'
import { makeCode, setEntry, setSeats } from './entry.server.ts'
import { keepRoutes } from './keepPages.tsx'
import { learnRoutes } from './learnPages.tsx'
import { fillSeat, nameAll } from './naming.server.ts'
import { askPage, pageDeps } from './pages.testing.tsx'
import { reviewCourse } from './review.server.ts'
import { accountsOf, openTraining, type Person } from './training.testing.ts'

const second = { ...tinyCourse, id: 'second', title: 'A second course', after: ['tiny'] }
const library = { ...tinyLibrary, courses: [tinyCourse, second] }
const tomorrow = Temporal.PlainDate.from('2027-03-02')

describe('a course that another one comes before', () => {
  let t: Awaited<ReturnType<typeof openTraining>>
  let keeper: Person
  /** Everybody has an account, and identity knows their address. */
  const people: Person[] = []
  const person = () => {
    const who = t.person()
    people.push(who)
    return who
  }
  const emailOf = async (id: string) => people.find((one) => one.accountId === id)?.email ?? null
  beforeAll(async () => {
    t = await openTraining()
    keeper = t.person('duty_coordinator')
    const seats = { course: second.id, agencyId: t.here.agencyId, seats: 50 }
    doneWith(await setSeats(t.base.db, keeper, seats))
  })
  afterAll(() => t.base.drop())

  const begin = (who: Person, code = '') =>
    beginCourse({ ...t.deps, library }, who, { course: second, email: who.email, name: 'Kit A.', code })
  const stateOf = async (who: Person) =>
    (
      await t.base.db.read(who, (reader) =>
        loadEnrolments(reader, { accountId: who.accountId, course: second.id }),
      )
    ).map((one) => [one.how, one.state])
  async function certified(who: Person, until = '2029-01-01', course = 'tiny'): Promise<string> {
    const enrolmentId = await enrol(t.base, t.here.regionId, who.accountId, 'Kit A.', { ended: 'finished' })
    return await t.base.db.write({ kind: 'system', regionId: t.here.regionId }, (tx) =>
      issueCertificate(tx, {
        ...{ enrolmentId, accountId: who.accountId, name: 'Kit A.', course, title: 'A course' },
        ...{ fingerprint: tinyCourse.fingerprint, onlineMinutes: 60, inPersonMinutes: 120, scorePercent: 90 },
        ...{ issuedOn: Temporal.PlainDate.from('2026-01-01'), expiresOn: Temporal.PlainDate.from(until) },
      }),
    )
  }
  const onSeat = (email: string) =>
    fillSeat(t.deps, t.person('agency_contact'), [t.here.agencyId], {
      ...{ course: second, agencyId: t.here.agencyId, name: 'Kit A.', email },
    })
  const fromList = (email: string) => nameAll(t.deps, keeper, second, [{ name: 'Kit A.', email }])
  const code = async (uses = 9) =>
    doneWith(
      await makeCode(t.base.db, keeper, { course: second.id, uses, expiresOn: tomorrow, agencyId: null }),
    ).word

  it.each([
    ['alone', null],
    ['with a code', null],
    ['on a seat', onSeat],
    ['from a list', fromList],
  ])('is begun %s with the certificate of that one, and not before', async (how, name) => {
    const who = person()
    if (name !== null) doneWith<unknown>(await name(who.email))
    const word = how === 'with a code' ? await code() : ''
    expect(await begin(who, word)).toMatchObject({ code: 'take_before', kind: 'conflict' })
    expect(await stateOf(who)).toEqual([])
    await certified(who)
    doneWith(await begin(who, word))
    expect((await stateOf(who)).map(([, state]) => state)).toEqual(['open'])
  })

  it('is begun by anybody while nobody can hold the certificate of that one: no clinician has reviewed it here', async () => {
    const first = { ...tinyCourse, crisis: true }
    const courses = [first, second]
    const who = person()
    const wish = { course: second, email: who.email, name: 'Kit A.', code: '' }
    doneWith(await beginCourse({ ...t.deps, library: { ...library, courses } }, who, wish))
    const clinician = { reviewer: 'Avery C.', licence: 'LMHC 1', fingerprint: first.fingerprint }
    doneWith(await reviewCourse(t.base.db, t.person('clinical_director'), first, clinician))
    const later = person()
    const refused = await beginCourse({ ...t.deps, library: { ...library, courses } }, later, {
      ...wish,
      email: later.email,
    })
    expect(refused).toMatchObject({ code: 'take_before' })
  })

  it('asks nothing more of whoever took it before', async () => {
    const who = person()
    await certified(who, '2029-01-01', second.id)
    doneWith(await begin(who))
  })

  it('takes a certificate that lapsed, and none that was revoked or is somebody else’s', async () => {
    const [lapsed, revoked] = [person(), person()]
    await certified(lapsed, '2026-06-01')
    doneWith(await begin(lapsed))
    const id = await certified(revoked)
    doneWith(await revoke(t.base.db, keeper, id, 'issued_in_error'))
    expect(await begin(revoked)).toMatchObject({ code: 'take_before' })
  })

  it('may be asked for where a coordinator decides, who sees what is missing; no seat takes that yes away', async () => {
    doneWith(await setEntry(t.base.db, keeper, second.id, 'approval'))
    const [who, seated] = [person(), person()]
    const { enrolmentId } = doneWith(await begin(who))
    doneWith(await onSeat(who.email))
    doneWith(await begin(who))
    expect(await stateOf(who)).toEqual([['seat', 'asked']])
    doneWith(await onSeat(seated.email))
    doneWith(await begin(seated))
    expect(await stateOf(seated)).toEqual([['seat', 'asked']])
    const page = await askPage(
      keepRoutes({
        ...t.deps,
        ...pageDeps(keeper, { here: t.here.regionId }, 'en'),
        ...{ library, publicUrl: new URL('https://peers.example'), accountsAt: accountsOf(people) },
      }),
      '/here/training',
    )
    expect(page.text).toContain('has not taken: A tiny course')
    doneWith(await decide(t.base.db, keeper, enrolmentId, 'approved'))
    expect(await stateOf(who)).toEqual([['seat', 'open']])
    doneWith(await setEntry(t.base.db, keeper, second.id, 'open'))
  })

  it.each([
    ['a seat', 'seat', onSeat],
    ['a list', 'list', fromList],
    ['a code', 'code', null],
  ])(
    'keeps %s for whoever asked and lacks it, and lets them in once they hold the certificate',
    async (_way, how, name) => {
      doneWith(await setEntry(t.base.db, keeper, second.id, 'approval'))
      const who = person()
      const { enrolmentId } = doneWith(await begin(who))
      if (name !== null) doneWith<unknown>(await name(who.email))
      const word = name === null ? await code() : ''
      doneWith(await begin(who, word))
      expect(await stateOf(who)).toEqual([[how, 'asked']])
      const waits = async () => (await learning(who, '/here/learning')).text.includes('Waiting for you')
      expect(await waits()).toBe(false)
      await certified(who)
      expect(await waits()).toBe(true)
      expect(doneWith(await begin(who))).toEqual({ enrolmentId })
      expect(await stateOf(who)).toEqual([[how, 'open']])
      doneWith(await setEntry(t.base.db, keeper, second.id, 'open'))
    },
  )

  it('takes a code with one use from whoever waits on it, however often they type it, and from nobody else', async () => {
    doneWith(await setEntry(t.base.db, keeper, second.id, 'approval'))
    const who = person()
    const word = await code(1)
    for (const _time of [1, 2]) doneWith(await begin(who, word))
    expect(await stateOf(who)).toEqual([['code', 'asked']])
    expect(await begin(person(), word)).toMatchObject({ code: 'code_unknown' })
    await certified(who)
    doneWith(await begin(who, word))
    expect(await stateOf(who)).toEqual([['code', 'open']])
    doneWith(await setEntry(t.base.db, keeper, second.id, 'open'))
  })

  it('lets in whoever asked before it was opened, and nobody whom a coordinator declined', async () => {
    doneWith(await setEntry(t.base.db, keeper, second.id, 'approval'))
    const [who, lacking, declined] = [person(), person(), person()]
    for (const one of [who, declined]) await certified(one)
    for (const one of [who, lacking]) doneWith(await begin(one))
    const { enrolmentId } = doneWith(await begin(declined))
    doneWith(await decide(t.base.db, keeper, enrolmentId, 'declined'))
    doneWith(await begin(declined))
    expect(await stateOf(declined)).toEqual([
      ['alone', 'asked'],
      ['alone', 'declined'],
    ])
    doneWith(await setEntry(t.base.db, keeper, second.id, 'open'))
    for (const one of [who, lacking]) doneWith(await begin(one))
    expect([await stateOf(who), await stateOf(lacking)]).toEqual([[['alone', 'open']], [['alone', 'asked']]])
  })

  const learning = (who: Person, path: string, fields?: Record<string, string>, lang: 'en' | 'es' = 'en') =>
    askPage(
      learnRoutes({
        ...t.deps,
        ...pageDeps(who, { here: t.here.regionId }, lang),
        ...{ library, help: [], publicUrl: new URL('https://peers.example'), emailOf },
      }),
      path,
      fields,
    )

  it('says on its card what comes first, with a way there and no form; sent all the same, it is refused by name', async () => {
    const who = person()
    const page = await learning(who, '/here/learning')
    expect(page.text).toContain('You can begin once you hold the certificate of what comes before:')
    expect(page.html).toMatch(/<a href="#course-tiny"[^>]*>A tiny course<\/a>/)
    expect(page.html).toContain('id="course-tiny"')
    expect(page.html).not.toContain('action="/here/learning/courses/second"')
    const sent = await learning(who, '/here/learning/courses/second', { 'name-second': 'Kit A.' })
    expect([sent.status, sent.text.includes('First take what comes before: A tiny course.')]).toEqual([
      409,
      true,
    ])
    // Once that one is begun, its own page is the way.
    const id = await t.enrolled(who)
    expect((await learning(who, '/here/learning')).html).toContain(
      `<a href="/here/learning/${id}">A tiny course</a>`,
    )
    await certified(who)
    expect((await learning(who, '/here/learning')).html).toContain('action="/here/learning/courses/second"')
    expect((await learning(person(), '/here/learning', undefined, 'es')).text).not.toMatch(
      /certificate|before/,
    )
  })

  it('names in a list, before anything is saved, whoever is known and has not taken it', async () => {
    // Whoever has an account and never learned here is told from nobody.
    const [lacks, holds, elsewhere] = [person(), person(), person()]
    await t.enrolled(lacks)
    await certified(holds)
    const check = async () => {
      const data = new FormData()
      data.set(
        'pasted',
        [lacks.email, holds.email, elsewhere.email, 'new@home.example']
          .map((one) => `Kit A.,${one}`)
          .join('\n'),
      )
      return await askPage(
        keepRoutes({
          ...t.deps,
          ...pageDeps(keeper, { here: t.here.regionId }, 'en'),
          ...{ library, publicUrl: new URL('https://peers.example'), accountsAt: accountsOf(people) },
        }),
        '/here/training/courses/second/list',
        data,
      )
    }
    const page = await check()
    expect(page.text).toContain('1 problem: nobody is enrolled')
    expect(page.text).toContain(`${lacks.email} They have not taken what comes before: A tiny course.`)
    doneWith(await setEntry(t.base.db, keeper, second.id, 'approval'))
    expect((await check()).text).toContain('4 people would be enrolled')
    doneWith(await setEntry(t.base.db, keeper, second.id, 'open'))
  })
})
