import { describe, expect, it } from 'vitest'
import type { AgencyId, MemberId } from '../platform/ids.ts'
import type { Sheet } from './sheet.ts'
import type { SheetKnown } from './sheetKnown.ts'
import { countsOf } from './sheetPlan.ts'
import { readSheet } from './sheetRead.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const agency = '00000000-0000-7000-8000-000000000001' as AgencyId
const kit = '00000000-0000-7000-8000-000000000002' as MemberId
const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime('America/New_York').toInstant()

const known: SheetKnown = {
  timeZone: 'America/New_York',
  state: 'MA',
  today: day('2026-11-24'),
  kinds: ['AIC', 'GCI', 'license', 'chaplain'],
  agencies: [
    { id: agency, name: 'Fictional Fire', town: 'Larkfield', state: 'MA', discipline: 'fire', place: null },
  ],
  members: [
    {
      id: kit,
      agencyId: agency,
      furtherAgencies: [],
      name: 'Kit A.',
      email: 'kit@peers.example',
      role: 'peer',
      rankBand: 'line',
      disciplines: ['fire', 'ems'],
      languages: ['en', 'es'],
      town: 'Larkfield',
      place: { latitude: 42.4, longitude: -71.1 },
    },
  ],
  credentials: [
    {
      memberId: kit,
      kind: 'AIC',
      issuer: 'ICISF',
      number: 'FICT-1',
      issuedOn: day('2025-01-10'),
      expiresOn: day('2030-01-10'),
      evidence: null,
    },
  ],
  shifts: [{ memberId: kit, startsAt: at('2026-12-01T19:00'), endsAt: at('2026-12-02T07:00') }],
}

/** Problems as "row column code", and what the rows come to. */
function told(sheet: Sheet, text: string) {
  const { plan, problems, ignored } = readSheet(text, sheet, known)
  return {
    problems: problems.map(({ row, column, code }) => [row, column ?? '*', code].join(' ')),
    counts: countsOf(plan.rows),
    ignored,
    plan,
    remedies: problems.map((one) => one.other),
  }
}

const head = 'name,email,role,agency,rank_band,disciplines,languages,town,latitude,longitude'
const good = 'Ada B.,ada@peers.example,peer,Fictional Fire,line,fire,en,Larkfield,42.4,-71.1'
const member = (from: string, to: string) => `${head}\n${good.replace(from, to)}\n`

describe('a coordinator’s spreadsheet', () => {
  it.each<[string, string]>([
    ['as it should be', `${head}\n${good}\n`],
    ['with a mark, CRLF and blank lines', `\uFEFF${head}\r\n\r\n${good}\r\n,,,,,,,,,\r\n\r\n`],
    ['divided by tabs', `${head}\n${good}\n`.replaceAll(',', '\t')],
    [
      'divided by semicolons, with a decimal comma',
      `${head}\n${good}\n`.replaceAll(',', ';').replace('42.4', '42,4'),
    ],
    ['with Excel’s own first line', `sep=;\r\n${`${head}\r\n${good}`.replaceAll(',', ';')}`],
    ['with headings in other case', `${head.toUpperCase().replace('RANK_BAND', ' Rank Band ')}\n${good}\n`],
    [
      'in Spanish',
      `Nombre,Correo electrónico,Función,Agencia,Rango,Disciplinas,Idiomas,Localidad,Latitud,Longitud\n${good
        .replace('peer,', 'Par,')
        .replace('line,', 'Línea,')
        .replace(',fire,', ',Bomberos,')
        .replace(',en,', ',Inglés,')}\n`,
    ],
    ['with spaces around everything', `${head}\n${good.replaceAll(',', '  ,  ')}  \n`],
    [
      'with the address and the agency in capitals',
      member('ada@peers.example', 'ADA@PEERS.EXAMPLE').replace('Fictional Fire', 'FICTIONAL  FIRE'),
    ],
    ['with cells in quotation marks', `${head}\n"${good.replaceAll(',', '","')}"\n`],
  ])('is read %s', (_what, text) => {
    const { problems, counts, plan } = told('members', text)
    expect(problems).toEqual([])
    expect(counts).toEqual({ added: 1, changed: 0, unchanged: 0 })
    expect(plan.rows[0]).toMatchObject({
      given: {
        name: 'Ada B.',
        email: 'ada@peers.example',
        role: 'peer',
        agencyId: agency,
        rankBand: 'line',
        disciplines: ['fire'],
        languages: ['en'],
        place: { latitude: 42.4, longitude: -71.1 },
      },
    })
  })

  it.each<[string, Sheet, string, string[]]>([
    ['an empty file', 'members', '', ['1 * empty_file']],
    ['a header alone', 'members', `${head}\n`, ['1 * empty_file']],
    ['a quotation mark never closed', 'members', `${head}\n${good}\n"${good}\n`, ['3 * quote_open']],
    [
      'columns that are missing',
      'members',
      'name,email\nAda B.,ada@peers.example\n',
      ['1 * columns_missing'],
    ],
    ['a column twice', 'members', `${head},E-Mail\n${good},x\n`, ['1 E-Mail column_twice']],
    ['more cells than the header', 'members', `${head}\n${good},extra\n`, ['2 * row_wide']],
    ['nothing where something must be', 'members', member('Ada B.', ' '), ['2 name missing']],
    ['a name as long as a novel', 'members', member('Ada B.', 'A'.repeat(101)), ['2 name too_long']],
    ['a line break in a name', 'members', member('Ada B.', '"Ada\nB."'), ['2 name unseen_sign']],
    ['a NUL', 'members', member('Ada B.', 'Ada\u0000'), ['2 name unseen_sign']],
    ['text turned around', 'members', member('Ada B.', 'Ada\u202EB'), ['2 name unseen_sign']],
    ['a sign without width', 'members', member('Ada B.', 'A\u200Bda'), ['2 name unseen_sign']],
    ['a lost letter', 'members', member('Ada B.', 'Jos\uFFFD'), ['2 name unseen_sign']],
    ['no address', 'members', member('ada@peers.example', 'ada at peers'), ['2 email email_malformed']],
    ['a role of nowhere', 'members', member('peer,', 'boss,'), ['2 role no_option']],
    ['a role that objects have', 'members', member('peer,', 'constructor,'), ['2 role no_option']],
    [
      'an agency of nowhere',
      'members',
      member('Fictional Fire', 'Atlantis Fire'),
      ['2 agency unknown_agency'],
    ],
    ['a peer of no agency', 'members', member('Fictional Fire', ''), ['2 agency agency_missing']],
    [
      'one discipline of two unknown',
      'members',
      member(',fire,', ',fire;pirates,'),
      ['2 disciplines no_option'],
    ],
    ['a language nobody has', 'members', member(',en,', ',__proto__,'), ['2 languages no_language']],
    ['one coordinate', 'members', member(',-71.1', ','), ['2 longitude coordinate_alone']],
    ['a place off the globe', 'members', member('42.4', '142.4'), ['2 latitude no_coordinate']],
    ['a row repeated', 'members', `${head}\n${good}\n\n${good}\n`, ['4 * row_repeated']],
    ['an address twice', 'members', `${head}\n${good}\n${good.replace('Ada', 'Bea')}\n`, ['3 * said_twice']],
    [
      'every problem at once',
      'members',
      `${head}\n${good.replace('peer,', 'boss,').replace('Larkfield', '')}\n${good.replace('ada@', 'ada')}\n`,
      ['2 role no_option', '2 town missing', '3 email email_malformed'],
    ],
  ])('is refused with %s', (_what, sheet, text, problems) => {
    expect(told(sheet, text).problems).toEqual(problems)
  })

  it('names headings that are not read', () => {
    expect(told('members', `${head},Notes,Phone\n${good},secret,5\n`)).toMatchObject({
      problems: [],
      ignored: ['Notes', 'Phone'],
    })
  })
})

describe('somebody on the roster already', () => {
  const row = 'Kit A.,kit@peers.example,peer,Fictional Fire,line,fire;ems,en;es,Larkfield,42.4,-71.1'

  it('stays as they are when the row says the same, in whatever order', () => {
    expect(told('members', `${head}\n${row.replace('fire;ems', 'ems; fire')}\n`).counts).toEqual({
      added: 0,
      changed: 0,
      unchanged: 1,
    })
  })

  it('changes in town, disciplines, languages and place', () => {
    for (const [from, to] of [
      ['Larkfield', 'Easton'],
      ['fire;ems', 'fire'],
      ['en;es', 'en'],
      ['42.4,-71.1', ','],
    ] as const)
      expect(told('members', `${head}\n${row.replace(from, to)}\n`).counts.changed).toBe(1)
  })

  it('keeps what a file has no column for', () => {
    const text =
      'name,email,role,rank_band,disciplines,town\nKit A.,kit@peers.example,peer,line,fire;ems,Larkfield\n'
    expect(told('members', text)).toMatchObject({ problems: [], counts: { unchanged: 1 } })
  })

  it('is never made somebody else', () => {
    const { problems, remedies } = told(
      'members',
      `${head}\n${row.replace('Kit', 'Kim').replace('line', 'command')}\n`,
    )
    expect(problems).toEqual(['2 name kept_otherwise', '2 rank_band kept_otherwise'])
    expect(remedies).toEqual(['Kit A.', 'line'])
  })
})

describe('credentials', () => {
  const columns = 'email,kind,issuer,number,issued_on,expires_on'
  const row = 'kit@peers.example,GCI,ICISF,FICT-2,2025-01-10,2030-01-10'
  const one = (from = '', to = '') => told('credentials', `${columns}\n${row.replace(from, to)}\n`)

  it.each([
    ['2025-01-10', '1/10/2025'],
    ['2025-01-10', '2025-1-10'],
    ['GCI', 'gci'],
  ])('read %s as %s', (from, to) => {
    expect(one(from, to).plan.rows[0]).toMatchObject({ what: 'added', given: { kind: 'GCI' } })
    const planned = one(from, to).plan.rows[0] as { given: { issuedOn: Temporal.PlainDate } }
    expect(planned.given.issuedOn.toString()).toBe('2025-01-10')
  })

  it.each<[string, string, string, string]>([
    ['that ends before it was issued', '2030-01-10', '2024-01-10', '2 expires_on ends_before_start'],
    ['that ends on the day it was issued', '2030-01-10', '2025-01-10', '2 expires_on ends_before_start'],
    ['from the future', '2025-01-10', '2026-11-25', '2 issued_on in_future'],
    ['of nobody', 'kit@', 'nobody@', '2 email unknown_member'],
    ['with the day first', '2025-01-10', '25/12/2025', '2 issued_on day_first'],
    ['on a day there isn’t', '2025-01-10', '2/30/2025', '2 issued_on no_such_day'],
    ['in the year 0', '2025-01-10', '0000-01-10', '2 issued_on no_such_day'],
    ['with a spreadsheet’s number for a day', '2025-01-10', '45667', '2 issued_on no_date'],
    ['with a year of two digits', '2025-01-10', '1/10/25', '2 issued_on no_date'],
    ['a certificate of our own course', 'GCI', 'peer-support-fundamentals', '2 kind own_course'],
    ['with a number cut short', 'FICT-2', '1.23E+11', '2 number number_shortened'],
  ])('are refused when one is %s', (_what, from, to, problem) => {
    expect(one(from, to).problems).toEqual([problem])
  })

  it('refuse every day with slashes when one of the column begins with the day', () => {
    const text = `${columns}\n${row.replace('2025-01-10', '3/1/2025')}\n${row.replace('2025-01-10', '13/1/2025').replace('FICT-2', 'FICT-3')}\n`
    expect(told('credentials', text).problems).toEqual(['2 issued_on day_or_month', '3 issued_on day_first'])
  })

  it('stay as they were seen', () => {
    const kept = row.replace('GCI', 'AIC').replace('FICT-2', 'FICT-1')
    expect(told('credentials', `${columns}\n${kept}\n`).counts.unchanged).toBe(1)
    const { problems, remedies } = told('credentials', `${columns}\n${kept.replace('2030', '2031')}\n`)
    expect([problems, remedies]).toEqual([['2 expires_on kept_otherwise'], ['2030-01-10']])
  })

  it('bring back none that was taken back', () => {
    const [paper] = known.credentials
    const taken = { ...known, credentials: [], takenBack: [paper!] }
    const kept = row.replace('GCI', 'AIC').replace('FICT-2', 'FICT-1')
    const { problems } = readSheet(`${columns}\n${kept}\n`, 'credentials', taken)
    expect(problems.map((one) => one.code)).toEqual(['taken_back'])
    const again = { ...taken, credentials: [paper!] }
    expect(readSheet(`${columns}\n${kept}\n`, 'credentials', again).problems).toEqual([])
  })

  it('have both halves of their evidence or none', () => {
    const text = `${columns},evidence_kind,evidence_kept\n${row},card,\n`
    expect(told('credentials', text).problems).toEqual(['2 evidence_kept evidence_half'])
  })
})

describe('shifts', () => {
  const columns = 'email,starts_at,ends_at'
  const shifts = (...rows: string[]) =>
    told('shifts', `${columns}\n${rows.map((row) => `kit@peers.example,${row}\n`).join('')}`)

  it('follow each other at once', () => {
    const { problems, counts } = shifts(
      '2026-12-01 07:00,2026-12-01T19:00',
      '12/1/2026 7:00 PM,12/2/2026 7:00 AM',
      '12/2/2026 7:00,12/2/2026 19:00',
    )
    expect(problems).toEqual([])
    expect(counts).toEqual({ added: 2, changed: 0, unchanged: 1 })
  })

  it.each<[string, string[], string[]]>([
    ['overlap one the region has', ['2026-12-02 06:59,2026-12-02 10:00'], ['2 starts_at shift_overlaps']],
    [
      'overlap each other',
      ['2026-12-05 07:00,2026-12-05 19:00', '2026-12-05 18:00,2026-12-06 07:00'],
      ['3 starts_at shift_overlaps'],
    ],
    ['end before they start', ['2026-12-05 07:00,2026-12-05 06:00'], ['2 ends_at ends_before_start']],
    ['last a year by a slip', ['2026-12-05 07:00,2027-12-05 19:00'], ['2 ends_at shift_long']],
    ['start at a time that is skipped', ['2027-03-14 02:30,2027-03-14 10:00'], ['2 starts_at hour_skipped']],
    ['start at a time that comes twice', ['2027-11-07 01:30,2027-11-07 10:00'], ['2 starts_at hour_twice']],
    ['start at 25 o’clock', ['2026-12-05 25:00,2026-12-06 10:00'], ['2 starts_at no_time']],
    ['name no hour', ['2026-12-05,2026-12-06'], ['2 starts_at no_time', '2 ends_at no_time']],
  ])('are refused when they %s', (_what, rows, problems) => {
    expect(shifts(...rows).problems).toEqual(problems)
  })

  it('tell a time that comes twice by its offset', () => {
    const rows = ['2027-11-07 01:30-04:00,2027-11-07 01:30-05:00']
    expect(shifts(...rows)).toMatchObject({ problems: [], counts: { added: 1 } })
  })
})

describe('agencies', () => {
  it('are known by name, whatever its case', () => {
    const text = 'name,town,state,discipline\nFICTIONAL FIRE,Easton,ma,Fire\nNew EMS,Easton,,EMS\n'
    expect(told('agencies', text)).toMatchObject({ problems: [], counts: { added: 1, changed: 1 } })
    expect(told('agencies', text).plan.rows[0]).toMatchObject({ given: { name: 'Fictional Fire' } })
  })

  it('do not move to another state', () => {
    const text = 'name,town,state,discipline\nFictional Fire,Larkfield,NH,fire\nOther,Easton,Mass.,fire\n'
    expect(told('agencies', text).problems).toEqual(['2 state kept_otherwise', '3 state no_state'])
  })
})
