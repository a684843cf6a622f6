import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { AgencyId, MemberId } from '../platform/ids.ts'
import { hasUnseen } from '../platform/unseen.ts'
import { disciplines } from '../region/index.ts'
import { rankBands } from './rank.ts'
import { memberRoles } from './role.ts'
import { sheets } from './sheet.ts'
import type { SheetKnown } from './sheetKnown.ts'
import { countsOf } from './sheetPlan.ts'
import { readSheet } from './sheetRead.ts'
import { sheetTable, sheetTemplate } from './sheetTable.ts'

const id = <Id extends string>(at: number) => `00000000-0000-7000-8000-${String(at).padStart(12, '0')}` as Id

/** Anything somebody may be called that a person can read: formulas, quotation marks and dividers with it. */
const text = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
    fc.constantFrom(
      '=1+1',
      '+1',
      '-2',
      "'=x",
      "''",
      '@here',
      'O"Hara',
      'a, b; c',
      "'t Hooft",
      '-71.5',
      'José',
    ),
  )
  .map((one) => one.trim())
  .filter((one) => one.length > 0 && one.length <= 100 && !hasUnseen(one))
const place = fc.option(
  fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }).map((one) => Number(one.toFixed(4)) + 0),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }).map((one) => Number(one.toFixed(4)) + 0),
  }),
)
const moment = fc
  .integer({ min: Date.UTC(2026, 9, 1) / 60_000, max: Date.UTC(2027, 10, 30) / 60_000 })
  .map((minute) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000))
const day = fc
  .integer({ min: 0, max: 2000 })
  .map((days) => Temporal.PlainDate.from('2020-01-01').add({ days }))

const known: fc.Arbitrary<SheetKnown> = fc
  .record({
    agencies: fc.uniqueArray(
      fc.record({ name: text, town: text, discipline: fc.constantFrom(...disciplines), place }),
      {
        minLength: 1,
        maxLength: 4,
        selector: (one) => one.name.toLowerCase(),
      },
    ),
    members: fc.array(
      fc.record({
        agency: fc.nat(),
        further: fc.subarray([0, 1, 2, 3]),
        name: text,
        role: fc.constantFrom(...memberRoles),
        rankBand: fc.constantFrom(...rankBands),
        disciplines: fc.subarray([...disciplines], { minLength: 1 }),
        languages: fc.subarray(['en', 'es', 'pt', 'haw'], { minLength: 1 }),
        town: text,
        place,
        kind: text.map((one) => one.slice(0, 30).trim()).filter((one) => !/[\uD800-\uDBFF]$/.test(one)),
        issuer: text,
        number: text,
        issuedOn: day,
        startsAt: moment,
        hours: fc.integer({ min: 1, max: 48 }),
        kept: fc.option(text),
      }),
      { maxLength: 5 },
    ),
  })
  .map(({ agencies, members }) => ({
    timeZone: 'America/New_York',
    state: 'MA',
    today: Temporal.PlainDate.from('2026-11-24'),
    kinds: ['AIC', 'GCI'],
    agencies: agencies.map((one, index) => ({ ...one, id: id<AgencyId>(index), state: 'MA' })),
    members: members.map((one, index) => ({
      id: id<MemberId>(index),
      agencyId: one.role === 'chaplain' ? null : id<AgencyId>(one.agency % agencies.length),
      furtherAgencies: agencies
        .map((_, place) => id<AgencyId>(place))
        .filter(
          (_, place) =>
            one.further.includes(place) &&
            (one.role === 'chaplain' || place !== one.agency % agencies.length),
        ),
      name: one.name,
      email: `m${index}@peers.example`,
      role: one.role,
      rankBand: one.rankBand,
      disciplines: one.disciplines,
      languages: one.languages,
      town: one.town,
      place: one.place,
    })),
    credentials: members.map((one, index) => ({
      memberId: id<MemberId>(index),
      kind: one.kind,
      issuer: one.issuer,
      number: `${index} ${one.number}`.slice(0, 100).trim(),
      issuedOn: one.issuedOn,
      expiresOn: one.issuedOn.add({ days: 1 }),
      evidence: one.kept === null ? null : { kind: 'card' as const, kept: one.kept },
    })),
    shifts: members.map((one, index) => ({
      memberId: id<MemberId>(index),
      startsAt: one.startsAt,
      endsAt: one.startsAt.add({ hours: one.hours }),
    })),
  }))

it('comes back as it went out: into the same region nothing changes', () => {
  fc.assert(
    fc.property(known, fc.constantFrom(...sheets), (region, sheet) => {
      const { plan, problems } = readSheet(sheetTable(sheet, region), sheet, region)
      const rows = region[sheet].length
      expect(problems.filter(({ code }) => code !== 'empty_file')).toEqual([])
      expect(countsOf(plan.rows)).toEqual({ added: 0, changed: 0, unchanged: rows })
    }),
  )
})

it('comes back as it went out: into an empty region the same rows', () => {
  fc.assert(
    fc.property(known, fc.constantFrom(...sheets), (region, sheet) => {
      // What it builds on is there, it itself is not.
      const { plan } = readSheet(sheetTable(sheet, region), sheet, { ...region, [sheet]: [] })
      const given = plan.rows.map((one) => ('given' in one ? { ...one.given } : one.what))
      const wanted = region[sheet].map((one) => {
        if (!('id' in one)) return { ...one }
        const { id: _, ...rest } = one
        return rest
      })
      expect(JSON.stringify(given)).toBe(
        JSON.stringify(given.map((_, at) => ordered(wanted[at]!, given[at]!))),
      )
      expect(given.length).toBe(wanted.length)
    }),
  )
})

it('is a sheet to fill in: a header that is read, and no row', () => {
  for (const sheet of sheets) {
    const { problems } = readSheet(sheetTemplate(sheet), sheet, empty)
    expect(problems.map(({ code }) => code)).toEqual(['empty_file'])
  }
})

it('takes in the eight agencies of the demonstration', () => {
  const file = readFileSync(join(import.meta.dirname, '../../demo/greater-boston.csv'), 'utf8')
  const { plan, problems } = readSheet(file, 'agencies', empty)
  expect([problems, countsOf(plan.rows).added]).toEqual([[], 8])
})

const empty: SheetKnown = {
  timeZone: 'America/New_York',
  state: 'MA',
  today: Temporal.PlainDate.from('2026-11-24'),
  kinds: [],
  agencies: [],
  members: [],
  credentials: [],
  shifts: [],
}

/** The same facts with their keys in the other's order. */
function ordered(one: object, like: object | string): object {
  if (typeof like === 'string') return one
  return Object.fromEntries(Object.keys(like).map((key) => [key, (one as Record<string, unknown>)[key]]))
}
