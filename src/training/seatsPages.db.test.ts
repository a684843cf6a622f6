import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grantRole } from '../identity/index.server.ts'
import { roles } from '../platform/actor.ts'
import type { AgencyId } from '../platform/ids.ts'
import { doneWith } from '../platform/outcome.testing.ts'
import { addAgencies } from '../region/index.server.ts'
import { tinyCourse, tinyLibrary } from './course.testing.ts'
import { setSeats } from './entry.server.ts'
import { readSection } from './learn.server.ts'
import { askToEnrol } from './naming.server.ts'
import { askPage, pageDeps } from './pages.testing.tsx'
import { seatsRoutes } from './seatsPages.tsx'
import { openTraining, type Person } from './training.testing.ts'

describe('the seats of an agency', () => {
  let t: Awaited<ReturnType<typeof openTraining>>
  let contact: Person
  let other: Person
  let police: AgencyId
  beforeAll(async () => {
    t = await openTraining()
    const speaksFor = async (agencyId: AgencyId) => {
      const who = t.person('agency_contact')
      await t.base.db.write({ kind: 'system', regionId: t.here.regionId }, (tx) =>
        grantRole(tx, who.accountId, 'agency_contact', { agencyId }),
      )
      return who
    }
    const agency = {
      name: 'Fictional Police',
      town: 'Larkfield',
      state: 'MA',
      discipline: 'law_enforcement' as const,
    }
    const added = await t.base.db.write({ kind: 'system', regionId: t.here.regionId }, (tx) =>
      addAgencies(tx, [{ ...agency, latitude: null, longitude: null }]),
    )
    police = added.get('Fictional Police')!
    contact = await speaksFor(t.here.agencyId)
    other = await speaksFor(police)
    const keeper = t.person('administrator')
    for (const [agencyId, seats] of [
      [t.here.agencyId, 3],
      [police, 1],
    ] as const)
      doneWith(await setSeats(t.base.db, keeper, { course: 'tiny', agencyId, seats }))
  })
  afterAll(() => t.base.drop())

  const ask = (who: Person | null, fields?: Record<string, string>, path = '/here/seats', lang?: 'es') =>
    askPage(
      seatsRoutes({
        ...t.deps,
        ...pageDeps(who, { here: t.here.regionId, there: t.there.regionId }, lang ?? 'en'),
        library: tinyLibrary,
      }),
      path,
      fields,
    )
  const fields = (name: string, email: string, agency: string = t.here.agencyId, course = 'tiny') => ({
    ...{ course, agency },
    [`name-${course}-${agency}`]: name,
    [`email-${course}-${agency}`]: email,
  })
  const named = async () =>
    (await t.rows(`select email from training.invited where how = 'seat' order by id`)).map(
      (row) => row.email,
    )

  const idOf = async (email: string): Promise<string> =>
    (await t.rows('select id from training.invited where email = $1', [email]))[0].id
  const takeBack = (id: string) => `/here/seats/${id}/withdrawal`
  const trail = async () =>
    (await t.rows(`select subject_id from audit.entry where act = 'seat_taken_back'`)).map(
      (row) => row.subject_id,
    )

  it('are a contact’s alone', async () => {
    for (const role of roles) {
      const who = role === 'agency_contact' ? contact : t.person(role)
      expect([role, (await ask(who)).status]).toEqual([role, role === 'agency_contact' ? 200 : 404])
      if (role !== 'agency_contact')
        expect([role, (await ask(who, fields('Kit A.', 'kit@home.example'))).status]).toEqual([role, 404])
    }
    expect((await ask(null)).status).toBe(303)
    expect(await named()).toEqual([])
  })

  it('are filled by name and a personal address; what is wrong is said at its field', async () => {
    expect((await ask(contact)).text).toContain('0 of 3 seats taken')
    const at = `-tiny-${t.here.agencyId}`
    for (const [name, email, field, says] of [
      ['', 'kit@home.example', 'name', 'Name: Write a name'],
      ['Kit A.', 'kit', 'email', 'Their personal e-mail address: Write an e-mail address'],
      ['Kit A.', 'kit@fire.example', 'email', 'This is a department’s address.'],
    ] as const) {
      const { status, text, html } = await ask(contact, fields(name, email))
      expect([status, text.includes(says), html.includes(`href="#f-${field}${at}"`)]).toEqual([
        400,
        true,
        true,
      ])
      for (const typed of [name, email]) if (typed !== '') expect(html).toContain(`value="${typed}"`)
    }
    expect(await named()).toEqual([])
    const filled = await ask(contact, fields('Kit A.', 'kit@home.example'))
    expect(filled).toMatchObject({ status: 303, to: '/here/seats?done=filled' })
    const after = (await ask(contact, undefined, filled.to!)).text
    expect(after).toContain('They get a mail, unless several went there today.')
    expect(after).toContain('1 of 3 seats taken')
    expect(after).toContain('Kit A. not yet; the course waits for kit@home.example')
    // Sent once more, it takes no second seat.
    const again = await ask(contact, fields('Kit A.', 'kit@home.example'))
    expect([again.status, again.text.includes('was named to a seat of this course already')]).toEqual([
      409,
      true,
    ])
    expect(again.text).toContain('1 of 3 seats taken')
  })

  it('of another agency are filled by no contact of this one', async () => {
    expect((await ask(contact, fields('Eve T.', 'eve@home.example', police))).status).toBe(404)
    // Nor with the form of one’s own agency and the id of the other.
    const own = fields('Eve T.', 'eve@home.example')
    expect((await ask(contact, { ...own, agency: police })).status).toBe(404)
    expect((await ask(contact, { ...own, course: 'none' })).status).toBe(404)
    expect(await named()).toEqual(['kit@home.example'])
  })

  it('of another agency show their contact’s names to nobody else', async () => {
    expect((await ask(other, fields('Lee P.', 'lee@home.example', police))).status).toBe(303)
    const own = await ask(other)
    expect(own.text).toContain('Lee P. not yet')
    expect(own.html).not.toMatch(/Kit A\.|kit@home|Fictional Fire/)
    expect((await ask(contact)).html).not.toMatch(/Lee P\.|lee@home|Fictional Police/)
    expect(own.text).toContain('All seats are taken.')
    const full = await ask(other, fields('Max R.', 'max@home.example', police))
    expect([full.status, full.text.includes('All seats are taken. Ask a coordinator')]).toEqual([409, true])
    const none = t.person('agency_contact', t.there.regionId)
    expect((await ask(none, undefined, '/there/seats')).text).toContain('no seats in a course at the moment')
  })

  it('say whether somebody came, and nothing of how far they are', async () => {
    const kit = { ...t.person(), email: 'kit@home.example' }
    const id = await t.enrolled(kit)
    const before = (await ask(contact)).html
    expect(before).toMatch(/Kit A\.<\/th><td[^>]*>came/)
    expect(before).not.toContain('kit@home.example')
    for (const lesson of tinyCourse.lessons)
      for (const section of lesson.sections)
        doneWith(
          await readSection(t.base.db, kit, tinyCourse, id, { lesson: lesson.id, section: section.id }),
        )
    expect((await ask(contact)).html).toBe(before)
    expect((await ask(contact, undefined, '/here/seats', 'es')).text).not.toMatch(/came|seats|Name/)
  })

  it('are taken back from a mistyped address, asked once more in words, with an entry in the trail', async () => {
    doneWith(
      await setSeats(t.base.db, t.person('administrator'), {
        course: 'tiny',
        agencyId: t.here.agencyId,
        seats: 9,
      }),
    )
    await ask(contact, fields('Pat M.', 'pta@home.example'))
    const page = await ask(contact)
    expect(page.text).toContain('The course no longer waits for pta@home.example')
    const taken = Number(/(\d+) of 9 seats taken/.exec(page.text)![1])
    const to = takeBack(await idOf('pta@home.example'))
    const of = { course: 'tiny', agency: t.here.agencyId }
    const freed = await ask(contact, of, to)
    expect(freed).toMatchObject({ status: 303, to: '/here/seats?done=freed' })
    const after = await ask(contact, undefined, freed.to!)
    expect(after.text).toContain('The seat is free again.')
    expect(after.text).toContain(`${taken - 1} of 9 seats taken`)
    expect(after.html).not.toContain('pta@home.example')
    expect(await trail()).toEqual([t.here.agencyId])
    // Sent twice, it says how it is, and leaves no second entry.
    const again = await ask(contact, of, to)
    expect([again.status, again.text.includes('Nobody waits on this seat any more')]).toEqual([409, true])
    expect(await trail()).toHaveLength(1)
  })

  it('that somebody uses are not taken back', async () => {
    await ask(contact, fields('Uma V.', 'uma@home.example'))
    const to = takeBack(await idOf('uma@home.example'))
    const uma = { ...t.person(), email: 'uma@home.example' }
    await t.enrolled(uma)
    const refused = await ask(contact, { course: 'tiny', agency: t.here.agencyId }, to)
    expect([refused.status, refused.text.includes('they have begun')]).toEqual([409, true])
    expect(await t.rows('select how from training.enrolment where account_id = $1', [uma.accountId])).toEqual(
      [{ how: 'seat' }],
    )
    expect((await ask(contact)).html).not.toContain(to)
  })

  it('of another agency are taken back by no contact of this one', async () => {
    const lee = await idOf('lee@home.example')
    expect((await ask(contact, { course: 'tiny', agency: police }, takeBack(lee))).status).toBe(404)
    // Nor with one’s own agency beside the other’s naming, nor from another region.
    const own = { course: 'tiny', agency: t.here.agencyId }
    expect((await ask(contact, own, takeBack(lee))).status).toBe(409)
    const foreign = t.person('agency_contact', t.there.regionId)
    expect((await ask(foreign, own, takeBack(lee).replace('here', 'there'))).status).toBe(404)
    for (const role of ['learner', 'instructor', 'clinical_director'] as const)
      expect((await ask(t.person(role), own, takeBack(lee))).status).toBe(404)
    expect(await idOf('lee@home.example')).toBe(lee)
  })

  it('do not tell that another agency named somebody; the first one’s is used, and the other’s is free again', async () => {
    const keeper = t.person('administrator')
    doneWith(await setSeats(t.base.db, keeper, { course: 'tiny', agencyId: police, seats: 5 }))
    const [wes, ivy] = ['wes@home.example', 'ivy@home.example']
    const taken = async (who: Person) => Number(/(\d+) of \d seats taken/.exec((await ask(who)).text)![1])
    const before = [await taken(contact), await taken(other)] as const
    for (const email of [wes, ivy]) {
      expect((await ask(contact, fields('W. One', email))).status).toBe(303)
      expect(await ask(other, fields('W. Two', email, police))).toMatchObject({
        status: 303,
        to: '/here/seats?done=filled',
      })
    }
    expect([await taken(contact), await taken(other)]).toEqual([before[0] + 2, before[1] + 2])
    expect((await ask(other)).text).toContain('W. Two not yet; the course waits for wes@home.example')
    // One takes back their own, and the other's stays.
    const [naming] = await t.rows('select id from training.invited where email = $1 and agency_id = $2', [
      ivy,
      t.here.agencyId,
    ])
    await ask(contact, { course: 'tiny', agency: t.here.agencyId }, takeBack(naming.id))
    await t.enrolled({ ...t.person(), email: ivy })
    await t.enrolled({ ...t.person(), email: wes })
    expect([await taken(contact), await taken(other)]).toEqual([before[0] + 1, before[1] + 1])
    expect(await t.rows('select 1 from training.invited where email = any($1)', [[wes, ivy]])).toEqual([])
  })

  it('do not tell that somebody had asked by themselves', async () => {
    const email = 'alone@home.example'
    doneWith(await askToEnrol(t.deps, t.here.regionId, tinyCourse, { name: 'Al B.', email, code: '' }))
    expect((await ask(contact, fields('Al B.', email))).status).toBe(303)
  })
})
