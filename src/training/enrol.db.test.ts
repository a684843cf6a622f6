import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grantRole } from '../identity/index.server.ts'
import type { AgencyId } from '../platform/ids.ts'
import { type MemberId, newId } from '../platform/ids.ts'
import { doneWith } from '../platform/outcome.testing.ts'
import { tinyCourse } from './course.testing.ts'
import { decide } from './decide.server.ts'
import { beginCourse, leaveCourse } from './enrol.server.ts'
import { loadEnrolments } from './enrolments.server.ts'
import { codesOf, endCode, makeCode, seatsOf, setEntry, setSeats } from './entry.server.ts'
import { askToEnrol, fillSeat, nameAll } from './naming.server.ts'
import { openTraining, type Person } from './training.testing.ts'

const tomorrow = Temporal.PlainDate.from('2027-03-02')

describe('enrolling', () => {
  let t: Awaited<ReturnType<typeof openTraining>>
  let keeper: Person
  beforeAll(async () => {
    t = await openTraining()
    keeper = t.person('duty_coordinator')
  })
  afterAll(() => t.base.drop())

  const wish = (email: string, code = '') => ({ name: 'Kit A.', email, code })
  const ask = (email: string, code = '') => askToEnrol(t.deps, t.here.regionId, tinyCourse, wish(email, code))
  const invitations = async (email: string) =>
    (await t.rows('select roles from identity.invitation where email = $1', [email])).map((row) => row.roles)
  const begin = (who: Person, code = '') =>
    beginCourse(t.deps, who, { course: tinyCourse, email: who.email, name: 'Kit A.', code })
  const stateOf = async (who: Person) =>
    (await t.base.db.read(who, (reader) => loadEnrolments(reader, { accountId: who.accountId }))).map(
      (one) => [one.how, one.state],
    )

  it('alone: a mail goes to the address, and the course waits for whoever proves it', async () => {
    const who = t.person()
    expect(await ask(` ${who.email.toUpperCase()} `)).toEqual({ ok: true, value: null })
    expect(await invitations(who.email)).toEqual([['learner']])
    // Asked again at once, and answered the same: nobody's mailbox is filled by a form.
    expect(await ask(who.email)).toEqual({ ok: true, value: null })
    expect(await invitations(who.email)).toHaveLength(1)
    await t.base.setNow(Temporal.Instant.from('2027-03-01T15:20:00Z'))
    expect(await ask(who.email)).toEqual({ ok: true, value: null })
    expect(await invitations(who.email)).toHaveLength(2)
    doneWith(await begin(who))
    expect(await stateOf(who)).toEqual([['alone', 'open']])
    expect(await t.rows('select 1 from training.invited where email = $1', [who.email])).toEqual([])
  })

  it.each([
    ['no address', 'kit', 'email_malformed', 'email'],
    ['a department’s address', 'kit@fire.example', 'email_of_agency', 'email'],
    ['a name with signs nobody sees', 'nul@learners.example', 'name_missing', 'name'],
  ])('refuses %s, names the field and keeps nothing', async (_what, email, code, field) => {
    const name = code === 'name_missing' ? 'Kit\u0000A.' : 'Kit A.'
    expect(await askToEnrol(t.deps, t.here.regionId, tinyCourse, { name, email, code: '' })).toMatchObject({
      code,
      field,
    })
    expect(await t.rows('select 1 from training.invited where email = $1', [email])).toEqual([])
  })

  it('two taps make one enrolment', async () => {
    const who = t.person()
    const [one, other] = await Promise.all([begin(who), begin(who)])
    expect(doneWith(one)).toEqual(doneWith(other))
    expect(await stateOf(who)).toHaveLength(1)
  })

  it('with a code: in any case and without its dash, as often as it says, until its day, and not once it was ended', async () => {
    const made = await makeCode(t.base.db, keeper, {
      course: 'tiny',
      uses: 1,
      expiresOn: tomorrow,
      agencyId: t.here.agencyId,
    })
    const { word } = doneWith(made)
    const [first, second] = [t.person(), t.person()]
    expect(await begin(first, word.toLowerCase().replace('-', ' '))).toMatchObject({ ok: true })
    expect(await stateOf(first)).toEqual([['code', 'open']])
    expect(await begin(second, word)).toMatchObject({ code: 'code_unknown', field: 'code' })
    expect(await ask('other@learners.example', word)).toMatchObject({ code: 'code_unknown', field: 'code' })

    const late = doneWith(
      await makeCode(t.base.db, keeper, { course: 'tiny', uses: 5, expiresOn: tomorrow, agencyId: null }),
    )
    const [code] = await t.base.db.read(keeper, (reader) => codesOf(reader, 'tiny'))
    doneWith(await endCode(t.base.db, keeper, code!.id))
    expect(await begin(second, late.word)).toMatchObject({ code: 'code_unknown' })
    const past = { course: 'tiny', uses: 5, expiresOn: Temporal.PlainDate.from('2027-02-28'), agencyId: null }
    expect(await makeCode(t.base.db, keeper, past)).toMatchObject({ code: 'day_past', field: 'expires' })
  })

  it('what is refused keeps no name, neither a new one nor in place of another', async () => {
    const who = t.person()
    const named = () => t.rows('select name from training.learner where account_id = $1', [who.accountId])
    expect(await begin(who, 'NONE-SUCH')).toMatchObject({ code: 'code_unknown' })
    expect(await named()).toEqual([])
    doneWith(await begin(who))
    expect(await named()).toHaveLength(1)
  })

  it('the last use of a code is given once, to whoever of two was first', async () => {
    const { word } = doneWith(
      await makeCode(t.base.db, keeper, { course: 'tiny', uses: 1, expiresOn: tomorrow, agencyId: null }),
    )
    const outcomes = await Promise.all([begin(t.person(), word), begin(t.person(), word)])
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1)
  })

  it('on a seat: its agency’s contact alone names somebody, as long as there are seats', async () => {
    const contact = t.person('agency_contact')
    const agencies: AgencyId[] = [t.here.agencyId]
    const fill = (email: string, own = agencies) =>
      fillSeat(t.deps, contact, own, { course: tinyCourse, agencyId: t.here.agencyId, name: 'Kit A.', email })
    expect(await fill('a@learners.example')).toMatchObject({ code: 'seats_taken' })
    doneWith(await setSeats(t.base.db, keeper, { course: 'tiny', agencyId: t.here.agencyId, seats: 2 }))
    expect(await fill('a@learners.example', [])).toMatchObject({ code: 'not_allowed' })
    doneWith(await fill('a@learners.example'))
    expect(await fill('a@learners.example')).toMatchObject({ code: 'enrolled_already' })
    const [one, other] = await Promise.all([fill('b@learners.example'), fill('c@learners.example')])
    expect([one, other].filter((outcome) => outcome.ok)).toHaveLength(1)
    const seats = await t.base.db.read(keeper, (reader) => seatsOf(reader, 'tiny'))
    expect(seats).toEqual([{ agencyId: t.here.agencyId, seats: 2, taken: 2 }])
    const who = { ...t.person(), email: 'a@learners.example' }
    doneWith(await begin(who))
    expect(await stateOf(who)).toEqual([['seat', 'open']])
    expect((await t.base.db.read(keeper, (reader) => seatsOf(reader, 'tiny')))[0]!.taken).toBe(2)
  })

  it('a code’s last use stays with whoever has it, however often the form is sent; an address without it has none', async () => {
    const { word } = doneWith(
      await makeCode(t.base.db, keeper, { course: 'tiny', uses: 1, expiresOn: tomorrow, agencyId: null }),
    )
    const who = t.person()
    const sent = await Promise.all([ask(who.email, word), ask(who.email, word)])
    expect(sent.map(({ ok }) => ok)).toEqual([true, true])
    expect(await invitations(who.email)).toHaveLength(1)
    expect(await ask('else@learners.example', word)).toMatchObject({ code: 'code_unknown' })
    doneWith(await begin(who, word))
    expect(await stateOf(who)).toEqual([['code', 'open']])
  })

  it('on a seat, whoever had asked by themselves: their agency learns nothing of that', async () => {
    const contact = t.person('agency_contact')
    doneWith(await setSeats(t.base.db, keeper, { course: 'tiny', agencyId: t.here.agencyId, seats: 20 }))
    const who = t.person()
    doneWith(await ask(who.email))
    const given = { course: tinyCourse, agencyId: t.here.agencyId, name: 'Kit A.', email: who.email }
    doneWith(await fillSeat(t.deps, contact, [t.here.agencyId], given))
    // Asked once more they are mailed again, and stay on their seat.
    const before = (await invitations(who.email)).length
    await t.base.setNow(Temporal.Instant.from('2027-03-01T16:00:00Z'))
    doneWith(await ask(who.email))
    expect(await invitations(who.email)).toHaveLength(before + 1)
    doneWith(await begin(who))
    expect(await stateOf(who)).toEqual([['seat', 'open']])
  })

  it('from a list: one department’s address, and nobody of it is named', async () => {
    const people = ['ok@learners.example', 'kit@fire.example'].map((email) => ({ name: 'Kit A.', email }))
    expect(await nameAll(t.deps, keeper, tinyCourse, people)).toMatchObject({ code: 'email_of_agency' })
    expect(await invitations('ok@learners.example')).toEqual([])
    const outline = { ...tinyCourse, depth: 'outline' as const }
    expect(await nameAll(t.deps, keeper, outline, people)).toMatchObject({ code: 'course_outline' })
  })

  it('from a list: whoever is named already stays so, and is mailed once', async () => {
    const people = [
      { name: 'Ann B.', email: 'ann@learners.example' },
      { name: 'Bo C.', email: 'bo@learners.example' },
    ]
    expect(await nameAll(t.deps, keeper, tinyCourse, people)).toEqual({ ok: true, value: { named: 2 } })
    expect(await nameAll(t.deps, keeper, tinyCourse, people)).toEqual({ ok: true, value: { named: 0 } })
    expect(await invitations('ann@learners.example')).toHaveLength(1)
    expect(await nameAll(t.deps, t.person('instructor'), tinyCourse, people)).toMatchObject({
      code: 'not_allowed',
    })
  })

  it('waits for a coordinator where that is wanted; one decides, and only once', async () => {
    doneWith(await setEntry(t.base.db, keeper, 'tiny', 'approval'))
    const [yes, no] = [t.person(), t.person()]
    const asked = doneWith(await begin(yes)).enrolmentId
    const refused = doneWith(await begin(no)).enrolmentId
    expect(await stateOf(yes)).toEqual([['alone', 'asked']])
    expect(await decide(t.base.db, yes, asked, 'approved')).toMatchObject({ code: 'not_allowed' })
    const foreign = t.person('duty_coordinator', t.there.regionId)
    expect(await decide(t.base.db, foreign, asked, 'approved')).toMatchObject({ code: 'unknown_enrolment' })
    // Nobody decides about themselves, by this account or by another one of the same member.
    const own = { ...yes, roles: ['duty_coordinator' as const] }
    const memberId = newId<MemberId>()
    const other = t.person('duty_coordinator')
    for (const { accountId } of [yes, other])
      await t.base.db.write(keeper, (tx) => grantRole(tx, accountId, 'peer', { memberId }))
    for (const who of [own, other])
      expect(await decide(t.base.db, who, asked, 'approved')).toMatchObject({ code: 'own_enrolment' })
    const told = async () =>
      (await t.rows(`select 1 from graphile_worker.jobs where task_identifier = 'training.tellApproved'`))
        .length
    // Tapped twice, it is said once, and they are told once.
    for (const one of await Promise.all([1, 2].map(() => decide(t.base.db, keeper, asked, 'approved'))))
      doneWith(one)
    expect(await told()).toBe(1)
    expect(await decide(t.base.db, keeper, asked, 'declined')).toMatchObject({ code: 'decided_already' })
    doneWith(await decide(t.base.db, keeper, refused, 'declined'))
    expect(await told()).toBe(1)
    expect([await stateOf(yes), await stateOf(no)]).toEqual([[['alone', 'open']], [['alone', 'declined']]])

    doneWith(await setEntry(t.base.db, keeper, 'tiny', 'closed'))
    // The trail takes the ids of real courses too.
    doneWith(await setEntry(t.base.db, keeper, 'tiny-two', 'closed'))
    expect(await begin(t.person())).toMatchObject({ code: 'course_closed' })
    expect(await ask('late@learners.example')).toMatchObject({ code: 'course_closed' })
    doneWith(await setEntry(t.base.db, keeper, 'tiny', 'open'))
  })

  it('ends when its owner leaves, and nobody else can end it; whoever comes back begins anew', async () => {
    const [who, other] = [t.person(), t.person()]
    const id = await t.enrolled(who)
    expect(await leaveCourse(t.base.db, other, id)).toMatchObject({ code: 'unknown_enrolment' })
    doneWith(await leaveCourse(t.base.db, who, id))
    doneWith(await leaveCourse(t.base.db, who, id))
    expect(await t.enrolled(who)).not.toBe(id)
    expect(await stateOf(who)).toEqual([
      ['alone', 'open'],
      ['alone', 'left'],
    ])
  })

  it('is over after the last day to finish, on the region’s calendar', async () => {
    const who = t.person()
    await t.enrolled(who)
    await t.base.setNow(Temporal.Instant.from('2028-02-29T23:30:00-05:00'))
    expect(await stateOf(who)).toEqual([['alone', 'open']])
    await t.base.setNow(Temporal.Instant.from('2028-03-01T00:30:00-05:00'))
    expect(await stateOf(who)).toEqual([['alone', 'expired']])
  })
})
