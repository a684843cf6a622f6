import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doneWith } from '../platform/outcome.testing.ts'
import { tinyCourse, tinyLibrary } from './course.testing.ts'
import { beginCourse } from './enrol.server.ts'
import { loadEnrolments } from './enrolments.server.ts'
import { makeCode, setEntry, setSeats } from './entry.server.ts'
import { loadLearning } from './learnView.server.ts'
import { askToEnrol, fillSeat, nameAll } from './naming.server.ts'
import { takeList } from './takeList.server.ts'
import { accountsOf, openTraining, type Person } from './training.testing.ts'

const now = Temporal.Instant.from('2027-03-01T15:00:00Z')
const tomorrow = Temporal.PlainDate.from('2027-03-02')

describe('of several ways into a course', () => {
  let t: Awaited<ReturnType<typeof openTraining>>
  let keeper: Person
  beforeAll(async () => {
    t = await openTraining(now)
    keeper = t.person('duty_coordinator')
  })
  afterAll(() => t.base.drop())

  const wish = (email: string, code = '') => ({ name: 'Kit A.', email, code })
  const ask = (email: string, code = '') => askToEnrol(t.deps, t.here.regionId, tinyCourse, wish(email, code))
  const invitations = (email: string) => t.rows('select 1 from identity.invitation where email = $1', [email])
  const begin = (who: Person, code = '') =>
    beginCourse(t.deps, who, { course: tinyCourse, email: who.email, name: 'Kit A.', code })
  const stateOf = async (who: Person) =>
    (await t.base.db.read(who, (reader) => loadEnrolments(reader, { accountId: who.accountId }))).map(
      (one) => [one.how, one.state],
    )
  /** Names somebody to a seat, of which there are enough. */
  const fill = async (email: string) => {
    doneWith(await setSeats(t.base.db, keeper, { course: 'tiny', agencyId: t.here.agencyId, seats: 100 }))
    const given = { course: tinyCourse, agencyId: t.here.agencyId, name: 'Kit A.', email }
    return await fillSeat(t.deps, t.person('agency_contact'), [t.here.agencyId], given)
  }
  const anyCode = async () =>
    doneWith(
      await makeCode(t.base.db, keeper, { course: 'tiny', uses: 9, expiresOn: tomorrow, agencyId: null }),
    )

  it.each([
    ['a seat', 'seat', 2, async (email: string) => fill(email)],
    [
      'a list',
      'list',
      2,
      async (email: string) => nameAll(t.deps, keeper, tinyCourse, [{ name: 'Kit A.', email }]),
    ],
    ['a code', 'code', 1, async (email: string) => ask(email, (await anyCode()).word)],
  ] as const)(
    'by %s lets in at once whoever asked alone a minute ago; a second mail goes to whom somebody names: %s, %i',
    async (_what, how, mails, name) => {
      doneWith(await setEntry(t.base.db, keeper, 'tiny', 'approval'))
      const [who, waiting] = [t.person(), t.person()]
      doneWith(await ask(who.email))
      expect(await invitations(who.email)).toHaveLength(1)
      doneWith(await name(who.email))
      expect(await invitations(who.email)).toHaveLength(mails)
      doneWith(await begin(who))
      expect(await stateOf(who)).toEqual([[how, 'open']])
      // And whoever began alone, and waits for a yes.
      const asked = doneWith(await begin(waiting)).enrolmentId
      expect(await stateOf(waiting)).toEqual([['alone', 'asked']])
      doneWith(await name(waiting.email))
      expect(doneWith(await begin(waiting))).toEqual({ enrolmentId: asked })
      expect(await stateOf(waiting)).toEqual([[how, 'open']])
      doneWith(await setEntry(t.base.db, keeper, 'tiny', 'open'))
    },
  )

  it('two lists with the same people, the one the other way round and saved at once, are both taken', async () => {
    for (let round = 0; round < 3; round++) {
      const people = Array.from({ length: 30 }, (_, at) => ({
        name: 'Kit A.',
        email: `l${round}.${at}@home.example`,
      }))
      const both = [people, people.toReversed()].map((list) => nameAll(t.deps, keeper, tinyCourse, list))
      const named = (await Promise.all(both)).map((one) => doneWith(one).named)
      expect(named.reduce((sum, one) => sum + one, 0)).toBe(30)
    }
  })

  it('with a code typed while waiting for a yes, goes on at once; a wrong one is said', async () => {
    doneWith(await setEntry(t.base.db, keeper, 'tiny', 'approval'))
    const who = t.person()
    doneWith(await begin(who))
    expect(await begin(who, 'NONE-SUCH')).toMatchObject({ code: 'code_unknown', field: 'code' })
    doneWith(await begin(who, (await anyCode()).word))
    expect(await stateOf(who)).toEqual([['code', 'open']])
    doneWith(await setEntry(t.base.db, keeper, 'tiny', 'open'))
  })

  it('a weaker way takes nobody off a stronger one, however long ago', async () => {
    const who = t.person()
    doneWith(await fill(who.email))
    await t.base.setNow(now.add({ hours: 3 }))
    doneWith(await ask(who.email, (await anyCode()).word))
    doneWith(await nameAll(t.deps, keeper, tinyCourse, [{ name: 'Kit A.', email: who.email }]))
    doneWith(await begin(who, (await anyCode()).word))
    expect(await stateOf(who)).toEqual([['seat', 'open']])
    await t.base.setNow(now)
  })

  it('mails one address four times in a day, and keeps every place all the same', async () => {
    const { email } = t.person()
    const courses = [1, 2, 3, 4, 5, 6].map((number) => ({ ...tinyCourse, id: `tiny-${number}` }))
    for (const course of courses)
      expect(await askToEnrol(t.deps, t.here.regionId, course, wish(email))).toEqual({
        ok: true,
        value: null,
      })
    expect(await invitations(email)).toHaveLength(4)
    expect(await t.rows('select 1 from training.invited where email = $1', [email])).toHaveLength(6)
    await t.base.setNow(now.add({ hours: 24, seconds: 1 }))
    doneWith(await askToEnrol(t.deps, t.here.regionId, courses[5]!, wish(email)))
    expect(await invitations(email)).toHaveLength(5)
    await t.base.setNow(now)
  })

  it('strangers’ forms keep no mail from whoever is named', async () => {
    const { email } = t.person()
    for (const number of [1, 2, 3, 4, 5])
      doneWith(
        await askToEnrol(t.deps, t.here.regionId, { ...tinyCourse, id: `form-${number}` }, wish(email)),
      )
    expect(await invitations(email)).toHaveLength(4)
    doneWith(await fill(email))
    expect(await invitations(email)).toHaveLength(5)
    // Nor is it endless, however many name them.
    for (const number of [1, 2, 3, 4, 5])
      doneWith(
        await nameAll(t.deps, keeper, { ...tinyCourse, id: `list-${number}` }, [{ name: 'Kit A.', email }]),
      )
    expect(await invitations(email)).toHaveLength(8)
  })

  it('by a seat or a list, is named again for another mail once the link of the last one is over', async () => {
    const [seated, listed] = [t.person(), t.person()]
    const pasted = async (shown: string) => {
      const form = new FormData()
      form.set(shown === '' ? 'pasted' : 'text', `Kit A.,${listed.email}`)
      form.set('shown', shown)
      const deps = { ...t.deps, library: tinyLibrary, accountsAt: accountsOf([]) }
      const taken = await takeList(deps, keeper, tinyCourse, form)
      return taken.kind === 'checked' ? taken.checked.list.fresh.length : taken.kind
    }
    const again = async (): Promise<unknown> => [(await fill(seated.email)).ok, await pasted('')]
    expect(await again()).toEqual([true, 1])
    expect(await pasted('1')).toBe('saved')
    await t.base.setNow(now.add({ hours: 7 * 24 }).subtract({ seconds: 1 }))
    expect(await again()).toEqual([false, 0])
    await t.base.setNow(now.add({ hours: 7 * 24 }))
    expect(await again()).toEqual([true, 1])
    expect(await pasted('1')).toBe('saved')
    for (const { email } of [seated, listed]) {
      expect(await invitations(email)).toHaveLength(2)
      expect(await t.rows('select 1 from training.invited where email = $1', [email])).toHaveLength(1)
    }
    expect(await again()).toEqual([false, 0])
    await t.base.setNow(now)
  })

  it('a list reckons whoever waits for a yes among the new ones, and shows them the course as waiting', async () => {
    doneWith(await setEntry(t.base.db, keeper, 'tiny', 'approval'))
    const [asked, named, open] = [t.person(), t.person(), t.person()]
    doneWith(await begin(asked))
    doneWith(await ask(named.email))
    doneWith(await begin(open, (await anyCode()).word))
    const people = [asked, named, open]
    const sent: (readonly string[])[] = []
    const accountsAt = (emails: readonly string[]) => {
      sent.push(emails)
      return accountsOf(people)(emails)
    }
    const form = new FormData()
    form.set('pasted', people.map(({ email }) => `Kit A.,${email}`).join('\n'))
    const taken = await takeList({ ...t.deps, library: tinyLibrary, accountsAt }, keeper, tinyCourse, form)
    if (taken.kind !== 'checked') throw new Error(taken.kind)
    // Identity is asked once, and of nobody but those in the list.
    expect(sent).toEqual([people.map(({ email }) => email)])
    const { fresh, known } = taken.checked.list
    expect(fresh.map((one) => one.email)).toEqual([asked.email, named.email])
    expect(known.map((one) => one.email)).toEqual([open.email])

    const waits = async () =>
      (
        await t.base.db.read(asked, (reader) =>
          loadLearning(reader, tinyLibrary, asked.accountId, asked.email),
        )
      ).waiting.map(({ course }) => course.id)
    expect(await waits()).toEqual([])
    doneWith(await nameAll(t.deps, keeper, tinyCourse, fresh))
    expect(await waits()).toEqual(['tiny'])
    doneWith(await begin(asked))
    expect(await waits()).toEqual([])
    doneWith(await setEntry(t.base.db, keeper, 'tiny', 'open'))
  })
})
