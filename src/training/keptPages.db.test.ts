import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doneWith } from '../platform/outcome.testing.ts'
import { setEntry } from './entry.server.ts'
import { type Keeping, openKeeping } from './keeping.testing.ts'
import type { Person } from './training.testing.ts'

const kept = '/here/training/courses/tiny'

describe('the page of a course that is kept', () => {
  let t: Keeping['t']
  let keeper: Person
  let ask: Keeping['ask']
  let learner: Keeping['learner']
  let count: Keeping['count']
  beforeAll(async () => {
    ;({ t, keeper, ask, learner, count } = await openKeeping())
  })
  afterAll(() => t.base.drop())

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
    const list = (fields: Record<string, string | File>) => {
      const data = new FormData()
      for (const [name, value] of Object.entries(fields)) data.append(name, value)
      return data
    }
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
})
