import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Role, roles } from '../platform/actor.ts'
import type { AccountId } from '../platform/ids.ts'
import { doneWith } from '../platform/outcome.testing.ts'
import { issueCertificate } from './certificate.server.ts'
import { tinyCourse, tinyLibrary } from './course.testing.ts'
import { beginCourse } from './enrol.server.ts'
import { loadEnrolments } from './enrolments.server.ts'
import { setEntry } from './entry.server.ts'
import { keepRoutes } from './keepPages.tsx'
import { loadTraining } from './keepView.server.ts'
import { answerCheck, readSection } from './learn.server.ts'
import { askPage, pageDeps } from './pages.testing.tsx'
import { openTraining, type Person } from './training.testing.ts'

const planned = { ...tinyCourse, id: 'planned', title: 'A planned course', depth: 'outline' as const }
const library = { ...tinyLibrary, courses: [tinyCourse, planned] }
const training = '/here/training'
const kept = '/here/training/courses/tiny'

describe('keeping training', () => {
  let t: Awaited<ReturnType<typeof openTraining>>
  let keeper: Person
  /** Addresses of accounts, as identity answers for them. */
  const emails = new Map<AccountId, string>()
  beforeAll(async () => {
    t = await openTraining()
    keeper = t.person('duty_coordinator')
  })
  afterAll(() => t.base.drop())

  const ask = (
    who: Person | null,
    path: string,
    fields?: Record<string, string> | FormData,
    lang: 'en' | 'es' = 'en',
  ) => {
    const slugs = { here: t.here.regionId, there: t.there.regionId }
    const routes = keepRoutes({
      ...t.deps,
      ...pageDeps(who, slugs, lang),
      library,
      publicUrl: new URL('https://peers.example'),
      emailOf: async (account) => emails.get(account) ?? null,
    })
    return askPage(routes, path, fields)
  }
  const learner = async (name: string, role: Role = 'learner', regionId = t.here.regionId) => {
    const who = t.person(role, regionId)
    emails.set(who.accountId, who.email)
    const given = { course: tinyCourse, email: who.email, name, code: '' }
    return { who, id: doneWith(await beginCourse(t.deps, who, given)).enrolmentId }
  }
  const list = (fields: Record<string, string | File>) => {
    const data = new FormData()
    for (const [name, value] of Object.entries(fields)) data.append(name, value)
    return data
  }
  const stateOf = async (id: string, who = keeper) =>
    (await t.base.db.read(who, (reader) => loadEnrolments(reader, { id })))[0]?.state
  const count = async (table: string) =>
    (await t.rows(`select count(*)::int as n from training.${table}`))[0].n

  it('opens to whoever keeps it, and without anybody’s name to whoever teaches or reviews; a learner finds nothing', async () => {
    await learner('Kit Wanders')
    const may: Role[] = ['duty_coordinator', 'administrator', 'clinical_director', 'instructor']
    for (const role of roles) {
      const { status, text, html } = await ask(t.person(role), training)
      expect([role, status]).toEqual([role, may.includes(role) ? 200 : 404])
      expect([role, html.includes('/training/keys')]).toEqual([role, role === 'administrator'])
      const keeps = role === 'duty_coordinator' || role === 'administrator'
      for (const part of ['transcripts.csv', 'classes/new', kept, 'Waiting for a decision'])
        expect([role, part, html.replaceAll(`${kept}/preview`, '').includes(part)]).toEqual([
          role,
          part,
          keeps,
        ])
      if (status === 200) expect(text).toContain('Nobody has reviewed this course for this region yet.')
      for (const path of [kept, `${training}/transcripts.csv`])
        expect([role, path, (await ask(t.person(role), path)).status]).toEqual([
          role,
          path,
          keeps ? 200 : 404,
        ])
    }
    expect((await ask(null, training)).status).toBe(303)
    expect((await ask(keeper, '/there/training')).status).toBe(303)
    expect((await ask(keeper, `${training}/courses/none`)).status).toBe(404)
    expect((await ask(keeper, training, undefined, 'es')).text).not.toMatch(/Course|Learning|Records|Waiting/)
  })

  it('a form is not taken from somebody who may only review, or learn', async () => {
    const { id } = await learner('Kit B.')
    for (const role of roles.filter((one) => one !== 'duty_coordinator' && one !== 'administrator'))
      for (const [path, fields] of [
        [`${training}/enrolments/${id}/decision`, { verdict: 'approved' }],
        [`${kept}/entry`, { mode: 'closed' }],
        [`${kept}/codes`, { uses: '5', expires: '2027-04-01' }],
        [`${kept}/seats`, { seatAgency: t.here.agencyId, seats: '5' }],
        [`${kept}/list`, { pasted: 'A,a@x.example' }],
      ] as const)
        expect([role, path, (await ask(t.person(role), path, fields)).status]).toEqual([role, path, 404])
    expect([await count('code'), await count('agency_seats'), await count('entry')]).toEqual([0, 0, 0])
  })

  it('shows who waits for a yes first; one tap decides, a second one does no harm', async () => {
    doneWith(await setEntry(t.base.db, keeper, 'tiny', 'approval'))
    const [yes, no] = [await learner('Ann Yes'), await learner('Bo <No>')]
    const { text, html } = await ask(keeper, training)
    expect(text).toMatch(/Waiting for a decision .*Ann Yes.*Bo &lt;No&gt;.*Courses/)
    expect(html).not.toContain('<No>')
    for (const role of ['clinical_director', 'instructor'] as const) {
      const who = t.person(role)
      expect((await ask(who, training)).text).not.toMatch(/Ann Yes|Waiting for a decision/)
      expect((await t.base.db.read(who, (reader) => loadTraining(reader, library))).asking).toEqual([])
    }
    const decision = (id: string) => `${training}/enrolments/${id}/decision`
    for (const _ of [1, 2])
      expect(await ask(keeper, decision(yes.id), { verdict: 'approved' })).toMatchObject({
        status: 303,
        to: training,
      })
    expect((await ask(keeper, decision(no.id), { verdict: 'declined' })).status).toBe(303)
    expect([await stateOf(yes.id), await stateOf(no.id)]).toEqual(['open', 'declined'])
    const late = await ask(keeper, decision(no.id), { verdict: 'approved' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Somebody has decided otherwise meanwhile.')
    expect((await ask(keeper, decision(yes.id), { verdict: 'perhaps' })).status).toBe(400)
    expect((await ask(keeper, decision('x'), { verdict: 'approved' })).status).toBe(404)
  })

  it('somebody else’s enrolment, of another region, is not decided', async () => {
    const asking = await learner('Cy D.')
    const stranger = t.person('administrator', t.there.regionId)
    const path = `/there/training/enrolments/${asking.id}/decision`
    expect((await ask(stranger, path, { verdict: 'approved' })).status).toBe(404)
    expect(await stateOf(asking.id)).toBe('asked')
    expect((await ask(stranger, '/there/training')).text).not.toContain('Cy D.')
    doneWith(await setEntry(t.base.db, keeper, 'tiny', 'open'))
  })

  it('of a course: how one gets in, codes and seats are kept, each wrong field is named and nothing is saved', async () => {
    for (const [form, fields, status, says, lands] of [
      ['entry', { mode: '' }, 400, 'How one gets in: Choose one of the list.', 'mode'],
      ['codes', { uses: '0', expires: '2027-04-01' }, 400, 'How many people: Write a whole number', 'uses'],
      ['codes', { uses: '5', expires: '2027-02-30' }, 400, 'Last day: Choose a day.', 'expires'],
      ['codes', { uses: '5', expires: '2027-02-28' }, 400, 'It lies in the past.', 'expires'],
      ['codes', { uses: '5', expires: '2027-04-01', agency: 'x' }, 400, 'For an agency: Choose', 'agency'],
      [
        'codes',
        { uses: '5', expires: '2027-04-01', agency: t.there.agencyId },
        400,
        'For an agency',
        'agency',
      ],
      ['seats', { seatAgency: '', seats: '5' }, 400, 'Agency: Choose one', 'seatAgency'],
      ['seats', { seatAgency: t.there.agencyId, seats: '5' }, 400, 'Agency: Choose one', 'seatAgency'],
      ['seats', { seatAgency: t.here.agencyId, seats: '-1' }, 400, 'Seats: Write a whole number', 'seats'],
    ] as const) {
      const answer = await ask(keeper, `${kept}/${form}`, fields)
      expect([form, fields, answer.status]).toEqual([form, fields, status])
      expect(answer.text).toContain(says)
      expect(answer.html).toContain(`id="f-${lands}"`)
      for (const value of Object.values(fields))
        if (/^\d/.test(value) && value.length < 11) expect(answer.html).toContain(`value="${value}"`)
    }
    expect([await count('code'), await count('agency_seats')]).toEqual([0, 0])
    const well = [
      ['entry', { mode: 'closed' }, 'Saved: how one gets in.'],
      ['codes', { uses: '5', expires: '2027-04-01', agency: t.here.agencyId }, 'The code is made.'],
      ['seats', { seatAgency: t.here.agencyId, seats: '7' }, 'Saved: the agency’s seats.'],
    ] as const
    for (const [form, fields, says] of well) {
      const { status, to } = await ask(keeper, `${kept}/${form}`, fields)
      expect(status).toBe(303)
      expect((await ask(keeper, to!)).text).toContain(says)
    }
    const { text, html } = await ask(keeper, kept)
    expect(text).toMatch(/[A-Z2-9]{4}-[A-Z2-9]{4} 0 of 5 Apr 1, 2027 Fictional Fire lets people in/)
    expect(text).toContain('Fictional Fire 0 of 7')
    expect(html).toMatch(/value="closed"[^>]* checked/)
    const end = /action="([^"]+\/end)"/.exec(html)![1]!
    expect(
      (await ask(t.person('administrator', t.there.regionId), end.replace('here', 'there'), {})).status,
    ).toBe(303)
    expect((await ask(keeper, kept)).text).toContain('lets people in')
    for (const _ of [1, 2]) expect((await ask(keeper, end, {})).status).toBe(303)
    expect((await ask(keeper, kept)).text).toMatch(/Fictional Fire ended –/)
    doneWith(await setEntry(t.base.db, keeper, 'tiny', 'open'))
  })

  it('has no way into an outline, and makes none', async () => {
    const { text, html } = await ask(keeper, '/here/training/courses/planned')
    expect(text).toContain('This course is still being written.')
    expect(html).not.toContain('<form')
    expect((await ask(keeper, '/here/training/courses/planned/entry', { mode: 'open' })).status).toBe(404)
  })

  describe('a list of people', () => {
    const invited = async () =>
      (await t.rows(`select email from training.invited where how = 'list' order by id`)).map(
        (row) => row.email,
      )

    it('is looked at first: every problem at its row, and nothing is saved', async () => {
      const { who } = await learner('Dee Known')
      const pasted = `name,email\nAnn B.,ann@home.example\n,no@home.example\nBo C.,nobody\nCy D.,cy@fire.example\nAnn B.,ANN@home.example\nDee,${who.email}`
      const { status, text, html } = await ask(keeper, `${kept}/list`, list({ pasted }))
      expect(status).toBe(200)
      expect(text).toContain('4 problems: nobody is enrolled')
      for (const row of [
        'Row 3 Write a name',
        'Row 4 nobody Write an e-mail address',
        'Row 5 cy@fire.example This is a department’s address. Ask for a personal one.',
        'Row 6 ANN@home.example The address stands in row 2 already.',
        `Row 7 Dee, ${who.email}`,
      ])
        expect(text).toContain(row)
      expect(html).not.toContain('name="shown"')
      expect(html).toContain('Cy D.,cy@fire.example')
      expect(await invited()).toEqual([])
      // Nor by somebody who confirms what was never shown.
      const forced = await ask(keeper, `${kept}/list`, list({ text: pasted, shown: '1' }))
      expect(forced.status).toBe(409)
      expect(await invited()).toEqual([])
    })

    it('is taken whole once it is confirmed; sent twice, nobody is mailed twice', async () => {
      const file = new File(['Name;E-mail\r\nAnn B.;ann@home.example\r\nBo C.;bo@home.example\r\n'], 'a.csv')
      const shown = await ask(keeper, `${kept}/list`, list({ file, pasted: '' }))
      expect(shown.text).toContain('Nothing is saved yet')
      expect(shown.text).toContain('Enrol 2 people')
      expect(await invited()).toEqual([])
      const text = /name="text" value="([^"]+)"/s.exec(shown.html)![1]!
      const confirmed = list({ text, shown: '2' })
      for (const again of [confirmed, list({ text, shown: '2' })])
        expect(await ask(keeper, `${kept}/list`, again)).toMatchObject({
          status: 303,
          to: `${kept}?saved=list`,
        })
      expect(await invited()).toEqual(['ann@home.example', 'bo@home.example'])
      const mails = await t.rows(
        `select email, count(*)::int as n from identity.invitation where email like '%@home.example' group by 1 order by 1`,
      )
      expect(mails).toEqual([
        { email: 'ann@home.example', n: 1 },
        { email: 'bo@home.example', n: 1 },
      ])
      expect((await ask(keeper, `${kept}?saved=list`)).text).toContain('2 people named, and not come yet.')
      const known = await ask(keeper, `${kept}/list`, list({ pasted: 'Ann B.,ann@home.example' }))
      expect(known.text).toContain('Everybody of this list is known already')
    })

    it('that comes to something else than was shown is shown again', async () => {
      const text = 'Eve F.,eve@home.example\nGus H.,gus@home.example'
      const { status, text: said } = await ask(keeper, `${kept}/list`, list({ text, shown: '1' }))
      expect(status).toBe(409)
      expect(said).toContain('Nobody was enrolled. Look at it again.')
      expect(await invited()).not.toContain('eve@home.example')
    })

    it.each([
      ['nothing', {}, 'Choose a file, or paste the rows.'],
      ['both', { file: new File(['a,a@b.example'], 'a.csv'), pasted: 'x,x@y.example' }, 'Keep one of them.'],
      ['a workbook', { file: new File(['PK\u0003\u0004'], 'a.xlsx') }, 'This is a workbook'],
      ['a book', { pasted: 'x'.repeat(200_001) }, 'Larger than 200 kB.'],
    ] as const)('of %s is refused, and says what to do', async (_what, fields, says) => {
      const { status, text } = await ask(keeper, `${kept}/list`, list(fields))
      expect([status, text.includes(says)]).toEqual([400, true])
    })
  })

  it('shows how far somebody is in counts, and no answer of theirs', async () => {
    const { who, id } = await learner('Fay Learns')
    const place = { lesson: '01-first', section: 'middle' }
    doneWith(await readSection(t.base.db, who, tinyCourse, id, place))
    doneWith(await answerCheck(t.base.db, who, tinyCourse, id, { ...place, check: 'which', choice: 1 }))
    const { text } = await ask(keeper, kept)
    expect(text).toContain('Fay Learns by themselves learning 1 of 3 0 of 1 not taken 0 min 0 of 2 –')
    expect(text).not.toMatch(/That one|This one|No, because/)
  })

  it('takes out transcripts: certificates with their numbers, no formula, and an entry in the trail', async () => {
    const { who, id } = await learner('=HYPERLINK("http://x.example")')
    await t.base.db.write({ kind: 'system', regionId: t.here.regionId }, (tx) =>
      issueCertificate(tx, {
        ...{ enrolmentId: id, accountId: who.accountId, name: 'Gus', course: 'tiny', title: 'A tiny course' },
        ...{ fingerprint: 'f'.repeat(64), onlineMinutes: 55, inPersonMinutes: 130, scorePercent: 85 },
        issuedOn: Temporal.PlainDate.from('2027-03-01'),
        expiresOn: Temporal.PlainDate.from('2029-03-01'),
      }),
    )
    const [certificate] = await t.rows('select id from training.certificate where enrolment_id = $1', [id])
    const { html, headers } = await ask(keeper, `${training}/transcripts.csv`)
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('content-disposition')).toBe('attachment; filename="here-transcripts.csv"')
    const lines = html.split('\r\n')
    expect(lines[0]).toContain(
      'name,course,title,version,how,agency,enrolled,finished,state,minutes_online,minutes_in_person,test_percent',
    )
    expect(lines).toContain(
      `"'=HYPERLINK(""http://x.example"")",tiny,A tiny course,ffffffffffff,alone,,2027-03-01,2027-03-01,open,55,130,85,0,2,${certificate.id.slice(-12)},2029-02-28,`,
    )
    expect(html).toContain('Kit Wanders')
    const entries = await t.rows(`select detail from audit.entry where act = 'transcripts_exported'`)
    expect(entries.at(-1).detail).toEqual({ rows: lines.length - 2 })
    const foreign = await ask(t.person('administrator', t.there.regionId), '/there/training/transcripts.csv')
    expect(foreign.html.trim().split('\r\n')).toHaveLength(1)
    expect((await ask(keeper, kept)).html).toContain(`/training/certificates/${certificate.id}/revocation`)
  })
})
