import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fitsWhenZoomed, look, openSignedIn, type SignedIn } from '../harness/journey.ts'

/** As it comes out of a drawer: semicolons, headings of its own, blank lines, a formula, an agency nobody knows. */
const messy = [
  '\uFEFF Member Name ;E-Mail;Team Role;Department;Rank;Disciplines;Languages;City',
  'Ada B.;ada.b@peers.example;peer;Larkfield Fire;line;fire;en;Larkfield',
  ';;;;;;;',
  '=cmd;ivo.k@peers.example;peer;Larkfield Fyre;line;fire;en;Larkfield',
  'Ada B.;ADA.B@peers.example;peer;Larkfield Fire;line;fire;en;Larkfield',
].join('\r\n')

describe('a messy spreadsheet', () => {
  let open: SignedIn
  beforeAll(async () => {
    open = await openSignedIn()
  }, 60_000)
  afterAll(() => open?.stop())
  const members = async () =>
    (await open.here.base.admin.query('select count(*)::int as rows from roster.member')).rows[0]
      .rows as number
  const check = async (text: string) => {
    await open.page.getByLabel('What does the file hold?').selectOption('members')
    await open.page.getByLabel('File', { exact: true }).setInputFiles({
      name: 'roster.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    })
    await open.page.getByRole('button', { name: 'Check, without saving' }).click()
  }

  it('is shown row by row, corrected, and saved whole', async () => {
    const before = await members()
    await open.page.goto(`${open.here.teamUrl}/harbor/roster`)
    await open.page.getByRole('link', { name: 'Import or export' }).click()
    await look(open.page, 'import')
    await check(messy)
    await open.page.getByText(/problems?: nothing can be saved/).waitFor()
    await open.page.getByText('Larkfield Fyre').waitFor()
    expect(await open.page.getByRole('button', { name: 'Save all of it' }).count()).toBe(0)
    await look(open.page, 'import-problems')
    await fitsWhenZoomed(open.page)
    expect(await members()).toBe(before)

    const rows = messy.split('\r\n').slice(0, 4).join('\r\n')
    await check(rows.replace('Larkfield Fyre', 'Larkfield Fire').replace('=cmd', 'Ivo K.'))
    await open.page.getByText('Nothing is saved yet').waitFor()
    await look(open.page, 'import-checked')
    await open.page.getByRole('button', { name: 'Save all of it' }).click()
    await open.page.getByText('Saved: Members.').waitFor()
    expect(await members()).toBe(before + 2)
    await open.page.goto(`${open.here.teamUrl}/harbor/roster`)
    await open.page.getByRole('link', { name: 'Ivo K.' }).waitFor()
  })
})
