import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageOf } from '../../test/harness/forms.ts'
import { type Installation, openInstallation } from '../../test/harness/installation.ts'
import { signInAs } from '../../test/harness/signIn.ts'
import { app } from '../app.tsx'
import { createAccount, grantRole } from '../identity/index.server.ts'
import type { Role } from '../platform/actor.ts'
import { type AccountId, newId } from '../platform/ids.ts'
import { enrol } from './classes.testing.ts'
import { tinyLibrary } from './course.testing.ts'

type Fields = Readonly<Record<string, string>>
type Person = { readonly account: AccountId; readonly cookie: string; readonly enrolment: string }
const zone = 'America/New_York'

describe('the pages of classes', () => {
  let here: Installation
  let serve: ReturnType<typeof app>
  let rae: Person
  let ira: Person
  let ivo: Person
  let kit: Person
  let lou: Person
  let people = 0
  beforeAll(async () => {
    here = await openInstallation()
    serve = app({ ...here.services, library: tinyLibrary })
    rae = { ...(await person('administrator', 'Rae')), account: here.coordinator }
    rae = { ...rae, cookie: await signInAs(here.services.auth, here.coordinator) }
    ;[ira, ivo] = [await person('instructor', 'Ira T.'), await person('instructor', 'Ivo T.')]
    ;[kit, lou] = [await person('learner', 'Kit L.', true), await person('learner', 'Lou L.', true)]
  }, 60_000)
  afterAll(() => here?.stop())

  async function person(role: Role, name: string, enrolled = false): Promise<Person> {
    const account = await createAccount(here.services.auth, {
      ...{ email: `${role}.${people++}@learners.example`, name: `${name} of the account` },
    })
    const { regionId } = here.harbor
    await here.services.db.write({ kind: 'system', regionId }, (tx) => grantRole(tx, account, role))
    const enrolment = enrolled ? await enrol(here.services, regionId, account, name) : ''
    return { account, enrolment, cookie: await signInAs(here.services.auth, account) }
  }
  const ask = async (path: string, who: Person | null, fields?: Fields, host = here.teamUrl) => {
    const answer = await serve(
      new Request(`${host}${path}`, {
        method: fields === undefined ? 'GET' : 'POST',
        headers: { 'sec-fetch-site': 'same-origin', ...(who === null ? {} : { cookie: who.cookie }) },
        ...(fields === undefined ? {} : { body: new URLSearchParams(fields) }),
      }),
    )
    const text = await answer.text()
    return { status: answer.status, to: answer.headers.get('location'), text, alerts: pageOf(text).alerts }
  }
  const day = (ahead: number) => Temporal.Now.plainDateISO(zone).add({ days: ahead }).toString()
  const form = (more: Fields = {}): Fields => ({
    ...{ id: newId(), course: 'tiny', place: 'Station 4, day room', seats: '2', instructor: ira.account },
    ...{ day_1: day(9), from_1: '09:00', until_1: '12:00', ...more },
  })
  const planned = async (more: Fields = {}): Promise<string> => {
    const { status, to } = await ask('/harbor/classes/new', ira, form(more))
    expect(status).toBe(303)
    return to!.split('/').at(-1)!
  }
  /** It has begun, an hour ago, or is over since then. Answers with its day, which may be yesterday. */
  const moved = async (id: string, what: 'begun' | 'over'): Promise<string> => {
    const [from, until] = what === 'begun' ? ['-1 hour', '1 hour'] : ['-3 hours', '-1 hour']
    const { rows } = await here.base.admin.query(
      `update training.class_meeting set starts_at = date_trunc('minute', tailboard.now()) + $2::interval,
              ends_at = date_trunc('minute', tailboard.now()) + $3::interval where class_id = $1
       returning (starts_at at time zone $4)::date::text as day`,
      [id, from, until, zone],
    )
    return rows[0].day
  }
  const meetingOf = async (id: string): Promise<string> =>
    (await here.base.admin.query('select id from training.class_meeting where class_id = $1', [id])).rows[0]
      .id
  const count = async (table: string, id: string): Promise<number> =>
    (await here.base.admin.query(`select count(*) from training.${table} where class_id = $1`, [id])).rows[0]
      .count

  it('open to whoever learns; planning and a class’s own page only to those who keep it', async () => {
    const id = await planned()
    for (const [who, list, plan, page] of [
      [kit, 200, 404, 404],
      [ira, 200, 200, 200],
      [ivo, 200, 200, 404],
      [rae, 200, 200, 200],
      [null, 303, 303, 303],
    ] as const) {
      expect((await ask('/harbor/classes', who)).status).toBe(list)
      expect((await ask('/harbor/classes/new', who)).status).toBe(plan)
      expect((await ask(`/harbor/classes/${id}`, who)).status).toBe(page)
    }
    expect((await ask(`/harbor/classes/${newId()}`, rae)).status).toBe(404)
    expect((await ask('/harbor/classes/none', rae)).status).toBe(404)
  })

  it('plan a class once, and give a form back with what was typed and what to do', async () => {
    const wrong = { course: '', place: '', seats: 'ten', instructor: '', day_1: day(-1), until_1: '' }
    const back = await ask(
      '/harbor/classes/new',
      rae,
      form({ ...wrong, day_2: day(9), from_2: '10:00', until_2: '09:00' }),
    )
    expect(back.status).toBe(400)
    const said = back.text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    for (const line of [
      'Course: Choose one of the list.',
      'Where: Write it in 1 to 120 letters.',
      'Seats: Write a whole number within the limits.',
      'Instructor: Choose one of the list.',
      'Meeting 1, Until: Write a time, like 09:00.',
      'Meeting 2, Until: It ends before it starts. Write a later time.',
    ])
      expect(said).toContain(line)
    for (const typed of ['value="ten"', `value="${day(-1)}"`, 'value="10:00"'])
      expect(back.text).toContain(typed)
    expect((await ask('/harbor/classes/new', rae, form({ day_1: day(-1) }))).text).toContain(
      'It lies in the past.',
    )
    expect((await ask('/harbor/classes/new?lang=es', rae, form({ seats: '0' }))).status).toBe(400)
    expect((await ask('/harbor/classes/new', ivo, form())).status).toBe(400)
    expect((await ask('/harbor/classes/new', kit, form())).status).toBe(404)

    const twice = form({ place: 'Sent twice' })
    const [first, second] = [
      await ask('/harbor/classes/new', rae, twice),
      await ask('/harbor/classes/new', rae, twice),
    ]
    expect([first.status, second.status, second.to]).toEqual([303, 303, first.to])
    const { rows } = await here.base.admin.query(`select id from training.class where place = 'Sent twice'`)
    expect(rows).toHaveLength(1)
  })

  it('refuse a time that the clocks skip, by its field and with a way out', async () => {
    // The second Sunday of a March ahead.
    const year = Temporal.Now.plainDateISO(zone).year + 1
    const march = Temporal.PlainDate.from({ year, month: 3, day: 8 })
    const sunday = march.add({ days: (7 - march.dayOfWeek) % 7 })
    const skipped = form({ day_1: sunday.toString(), from_1: '02:30', until_1: '05:00' })
    const back = await ask('/harbor/classes/new', rae, skipped)
    expect([back.status, back.text.includes('The clocks skip this time on that day.')]).toEqual([400, true])
    expect(back.text).toContain('href="#f-from_1"')
  })

  it('let a learner take a place and give it back, and show them nobody else', async () => {
    const id = await planned({ seats: '1', place: 'The small room' })
    const list = await ask('/harbor/classes', kit)
    expect(list.text).toContain('Take a seat')
    expect((await ask(`/harbor/classes/${id}/place`, kit, { enrolment: kit.enrolment })).status).toBe(303)
    expect((await ask(`/harbor/classes/${id}/place`, kit, { enrolment: kit.enrolment })).status).toBe(303)
    expect((await ask('/harbor/classes', kit)).text).toContain('you have a seat')
    expect((await ask('/harbor/classes', lou)).text).toContain('Join the waiting list')
    expect((await ask(`/harbor/classes/${id}/place`, lou, { enrolment: lou.enrolment })).status).toBe(303)
    const page = await ask('/harbor/classes', lou)
    expect(page.text).toContain('waiting list, number 1')
    expect(page.text).toContain('href="/harbor/learning/continued"')
    expect(page.text).not.toMatch(/Kit|Ira|learners\.example/)
    expect((await ask('/harbor/classes?lang=es', lou)).status).toBe(200)
    const kept = await ask(`/harbor/classes/${id}`, ira)
    expect(kept.text).toMatch(/Kit L\.[\s\S]*Waiting list[\s\S]*Lou L\./)
    expect((await ask(`/harbor/classes/${id}/place`, kit, { leave: 'yes' })).status).toBe(303)
    expect((await ask('/harbor/classes', lou)).text).toContain('you have a seat')
    await moved(id, 'begun')
    const late = await ask(`/harbor/classes/${id}/place`, lou, { leave: 'yes' })
    expect([late.status, late.text.includes('This class has begun')]).toEqual([409, true])
  })

  it('somebody else’s enrolment takes no seat', async () => {
    const id = await planned()
    for (const enrolment of [lou.enrolment, newId(), 'none', ''])
      expect((await ask(`/harbor/classes/${id}/place`, kit, { enrolment })).status).toBe(404)
    expect(await count('class_place', id)).toBe(0)
  })

  it('a learner enters nothing about a class, and a colleague of its instructor neither', async () => {
    const id = await planned()
    await ask(`/harbor/classes/${id}/place`, kit, { enrolment: kit.enrolment })
    const held = await moved(id, 'begun')
    const meeting = await meetingOf(id)
    const forms: [string, Fields][] = [
      [`attendance/${meeting}`, { [`${meeting}_${kit.enrolment}`]: '60' }],
      [`attendance/${meeting}`, { [`${meeting}_${kit.enrolment}`]: 'many' }],
      [`sign-offs/${kit.enrolment}`, { [`${kit.enrolment}_day`]: held, [`${kit.enrolment}_opens`]: 'shown' }],
      ['seats', { seats: '9' }],
      ['cancellation', {}],
    ]
    for (const who of [kit, ivo])
      for (const [what, fields] of forms)
        expect([what, (await ask(`/harbor/classes/${id}/${what}`, who, fields)).status]).toEqual([what, 404])
    expect(await count('sign_off', id)).toBe(0)
    const { rows } = await here.base.admin.query('select 1 from training.attendance where meeting_id = $1', [
      meeting,
    ])
    expect(rows).toEqual([])
    for (const [what, fields] of forms.filter(([, fields]) => !Object.values(fields).includes('many')))
      expect([what, (await ask(`/harbor/classes/${id}/${what}`, ira, fields)).status]).toEqual([what, 303])
  })

  it('keep the minutes of a meeting and the skills of each person, as they were typed when something is wrong', async () => {
    const id = await planned()
    for (const who of [kit, lou]) await ask(`/harbor/classes/${id}/place`, who, { enrolment: who.enrolment })
    expect((await ask(`/harbor/classes/${id}`, ira)).text).toContain('Once the class has begun')
    const held = await moved(id, 'begun')
    const meeting = await meetingOf(id)
    const field = (who: Person) => `${meeting}_${who.enrolment}`
    expect((await ask(`/harbor/classes/${id}`, ira)).text).toContain(`name="${field(kit)}"`)
    const wrong = await ask(`/harbor/classes/${id}/attendance/${meeting}`, ira, {
      ...{ [field(kit)]: '121', [field(lou)]: '77' },
    })
    expect(wrong.status).toBe(400)
    expect(wrong.text).toContain(`href="#f-${field(kit)}"`)
    expect(wrong.text).toMatch(/Kit L\.: Write a whole number/)
    expect(wrong.text).toContain('value="77"')
    // It has gone on for an hour and no more.
    const early = { [field(kit)]: '75', [field(lou)]: '50' }
    expect((await ask(`/harbor/classes/${id}/attendance/${meeting}`, ira, early)).status).toBe(400)
    const right = { [field(kit)]: '60', [field(lou)]: '49' }
    expect((await ask(`/harbor/classes/${id}/attendance/${meeting}`, ira, right)).status).toBe(303)
    expect((await ask(`/harbor/classes/${id}`, ira)).text).toContain('value="49"')

    const look = { [`${kit.enrolment}_day`]: held, [`${kit.enrolment}_opens`]: 'shown' }
    expect((await ask(`/harbor/classes/${id}/sign-offs/${kit.enrolment}`, ira, look)).status).toBe(303)
    expect((await ask(`/harbor/classes/${id}`, ira)).text).toContain('1 of 2 shown')
    const never = { ...look, [`${kit.enrolment}_day`]: day(-40) }
    expect(
      (
        await ask(`/harbor/classes/${id}/sign-offs/${kit.enrolment}`, ira, {
          ...never,
          [`${kit.enrolment}_ends`]: 'shown',
        })
      ).status,
    ).toBe(400)
    expect((await ask(`/harbor/classes/${id}?lang=es`, ira)).text).toContain('1 de 2 mostradas')
    const few = await ask(`/harbor/classes/${id}/seats`, ira, { seats: '1' })
    expect([few.status, few.text.includes('Never fewer than now')]).toEqual([400, true])
  })

  it('ask whoever had a seat how it was, once, and show few answers to nobody', async () => {
    const id = await planned()
    await ask(`/harbor/classes/${id}/place`, kit, { enrolment: kit.enrolment })
    expect((await ask(`/harbor/classes/${id}/evaluation`, kit)).status).toBe(409)
    await moved(id, 'over')
    expect((await ask(`/harbor/classes/${id}/evaluation`, lou)).status).toBe(404)
    expect((await ask(`/harbor/classes/${id}/evaluation`, ira)).status).toBe(404)
    expect((await ask('/harbor/classes', kit)).text).toContain(`/harbor/classes/${id}/evaluation`)
    const page = await ask(`/harbor/classes/${id}/evaluation`, kit)
    expect([page.status, page.text.includes('Was there room to practise?')]).toEqual([200, true])
    const some = { useful: '5', clear: '4', practice: '3' }
    const back = await ask(`/harbor/classes/${id}/evaluation`, kit, some)
    expect([back.status, back.text.includes('Would you send a colleague?: Choose one of the list.')]).toEqual(
      [400, true],
    )
    const whole = { ...some, colleague: '5' }
    for (const _ of [1, 2])
      expect((await ask(`/harbor/classes/${id}/evaluation`, kit, whole)).status).toBe(303)
    expect((await ask(`/harbor/classes/${id}/evaluation`, kit)).text).toContain('Your answers are counted.')
    expect((await ask(`/harbor/classes/${id}/evaluation`, lou, whole)).status).toBe(404)
    expect(await count('evaluated', id)).toBe(1)
    const kept = (await ask(`/harbor/classes/${id}`, ira)).text.replace(/<[^>]+>/g, ' ')
    expect(kept).toContain('only if at least 5 people answered')
    expect(kept).not.toMatch(/people answered\. Averages|1 answer/)
  })

  it('cancel a class, and say so wherever it stood', async () => {
    const id = await planned({ place: 'A room with a leak' })
    await ask(`/harbor/classes/${id}/place`, kit, { enrolment: kit.enrolment })
    for (const _ of [1, 2])
      expect((await ask(`/harbor/classes/${id}/cancellation`, rae, {})).status).toBe(303)
    expect((await ask('/harbor/classes', kit)).text).toMatch(/A room with a leak[\s\S]*cancelled/)
    expect((await ask('/harbor/classes', lou)).text).not.toContain('A room with a leak')
    const late = await ask(`/harbor/classes/${id}/place`, lou, { enrolment: lou.enrolment })
    expect([late.status, late.text.includes('This class was cancelled.')]).toEqual([409, true])
    const feed = await ask('/harbor/classes.ics', null, undefined, here.publicUrl)
    const meeting = await meetingOf(id)
    expect(feed.text).toMatch(new RegExp(`UID:${meeting}@tailboard[\\s\\S]*?STATUS:CANCELLED`))
  })

  it('give everybody a calendar without names', async () => {
    const id = await planned({ place: 'The feed’s room', seats: '1' })
    await ask(`/harbor/classes/${id}/place`, kit, { enrolment: kit.enrolment })
    const [, link] = /href="([^"]+classes\.ics[^"]*)"/.exec((await ask('/harbor/classes', kit)).text)!
    expect(link).toBe(`${here.publicUrl}/harbor/classes.ics`)
    expect((await ask('/harbor/courses?lang=es', null, undefined, here.publicUrl)).text).toContain(
      'href="/harbor/classes.ics?lang=es"',
    )
    const feed = await ask('/harbor/classes.ics', null, undefined, here.publicUrl)
    expect(feed.status).toBe(200)
    expect(feed.text).toContain('SUMMARY:A tiny course')
    expect(feed.text).toContain('LOCATION:The feed’s room')
    expect(feed.text).not.toMatch(/Kit|Ira|learners\.example/)
    expect(feed.text).not.toContain(kit.enrolment)
    expect((await ask('/nowhere/classes.ics', null, undefined, here.publicUrl)).status).toBe(404)
    expect((await ask('/harbor/classes.ics', kit)).status).toBe(404)
  })
})
