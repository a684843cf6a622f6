import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { affectedRoles, incidentKinds } from '../src/incident/kinds.ts'
import { readPacks } from '../src/region/index.server.ts'
import { defaultPolicy } from '../src/region/index.ts'
import { deployableOn, rankBands, requirementsFor, type Standing } from '../src/roster/index.ts'
import { type Cast, castFile, type DemoMember } from './cast.ts'
import { agenciesByRule, regionFile } from './region.ts'

type Row = Readonly<Record<string, string>>
const text = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')
const rows = (file: string): Row[] => parse(text(file), { columns: true })
const json = (file: string): unknown => JSON.parse(text(file))
const region = (slug: string) => regionFile.parse(json(`${slug}/region.json`))
const cast = (slug: string): Cast => castFile.parse(json(`${slug}/members.json`))
const count = (members: readonly DemoMember[], role: string) =>
  members.filter((member) => member.role === role).length

const harbor = region('harbor')
const montgomery = region('montgomery')
const harborAgencies = 'agencies' in harbor ? harbor.agencies : []
const calls = rows('montgomery-county.csv')
const montgomeryAgencies =
  'agencyRule' in montgomery ? agenciesByRule(montgomery.agencyRule, calls, montgomery.state) : []
const harborCast = cast('harbor')
const montgomeryCast = cast('montgomery')
const incidents = rows('harbor/incidents.csv')
const byNumber = Map.groupBy(incidents, (row) => row.number)

const today = Temporal.PlainDate.from('2026-06-01')
const standingOf = (member: DemoMember): Standing => ({
  role: member.role,
  credentials: member.credentials.map((one) => {
    const issuedOn = today.subtract({ days: one.issuedDaysAgo })
    const expiresOn = issuedOn.add({ days: one.validDays })
    return { kind: one.kind, issuer: one.issuer, issuedOn, expiresOn }
  }),
  agreements:
    member.agreementSignedDaysAgo === null
      ? []
      : [
          {
            signedOn: today.subtract({ days: member.agreementSignedDaysAgo }),
            renewBy: today.add({ days: harbor.agreementValidDays - member.agreementSignedDaysAgo }),
          },
        ],
  designations:
    member.designationDaysAgo === null
      ? []
      : [{ designatedOn: today.subtract({ days: member.designationDaysAgo }), endedOn: null }],
  selections: [{ selectedOn: today.subtract({ days: 9000 }), deselectedOn: null }],
  suspensions:
    member.standing === 'suspended'
      ? [{ suspendedOn: today.subtract({ days: 30 }), reinstatedOn: null }]
      : [],
  leaves: [],
})
const packs = readPacks(join(import.meta.dirname, '..'))
const missing = (state: string) => {
  const requirements = requirementsFor(defaultPolicy, packs.get(state) ?? null)
  return (member: DemoMember) => deployableOn(standingOf(member), today, requirements).missing
}
const ready = (members: readonly DemoMember[], state: string) =>
  members.filter((member) => missing(state)(member).length === 0)
const leads = (member: DemoMember) =>
  member.role === 'peer' &&
  ['AIC', 'GCI'].every((kind) =>
    member.credentials.some((one) => one.kind === kind && one.issuedDaysAgo >= 366),
  )

describe('the real eight agencies', () => {
  const real = rows('greater-boston.csv')

  test('are an import file without a member and without an incident', () => {
    expect(real).toHaveLength(8)
    expect(Object.keys(real[0]!)).toEqual(['name', 'town', 'state', 'discipline', 'latitude', 'longitude'])
    expect(new Set(real.map((row) => row.discipline))).toEqual(new Set(['law_enforcement']))
  })

  test('share no name and no town with Harbor Region', () => {
    const known = new Set(real.flatMap((row) => [row.name!, row.town!]))
    const invented = [
      ...harborAgencies.flatMap((agency) => [agency.name, agency.town]),
      ...harborCast.members.map((member) => member.town),
      ...incidents.flatMap((row) => [row.agency!, row.town!]),
    ]
    expect(invented.filter((name) => known.has(name))).toEqual([])
    for (const row of real)
      for (const file of ['harbor/region.json', 'harbor/members.json', 'harbor/incidents.csv'])
        expect(text(file)).not.toContain(row.town)
  })
})

describe('Harbor Region', () => {
  test('has thirteen agencies at the reference region’s eight places', () => {
    const disciplines = harborAgencies.map((agency) => agency.discipline)
    const places = (list: readonly { latitude: unknown; longitude: unknown }[]) =>
      new Set(list.map((one) => `${one.latitude},${one.longitude}`))
    expect(disciplines.filter((one) => one === 'law_enforcement')).toHaveLength(8)
    expect(disciplines.slice(8)).toEqual(['fire', 'fire', 'ems', 'dispatch', 'corrections'])
    expect(new Set(harborAgencies.map((agency) => agency.name)).size).toBe(13)
    expect(places(harborAgencies)).toEqual(places(rows('greater-boston.csv') as never))
  })

  test('has 40 members: 34 peers, four mental health professionals, two chaplains', () => {
    expect(harborCast.members).toHaveLength(40)
    expect(['peer', 'mhp', 'chaplain'].map((role) => count(harborCast.members, role))).toEqual([34, 4, 2])
    for (const agency of harborAgencies)
      expect(
        harborCast.members.filter((member) => member.agency === agency.name).length,
        agency.name,
      ).toBeGreaterThanOrEqual(2)
  })

  test('has two duty coordinators, Rae H. first, and a clinical director', () => {
    expect(harborCast.accounts.map((one) => one.role)).toEqual([
      'duty_coordinator',
      'duty_coordinator',
      'clinical_director',
    ])
    expect(harborCast.accounts[0]!.name).toBe('Rae H.')
  })

  test('shows one of each reason for not being deployable; the rest are', () => {
    expect(harborCast.members.flatMap(missing('MA')).sort()).toEqual([
      'agreement',
      'certificate',
      'designation',
      'standing',
    ])
    expect(ready(harborCast.members, 'MA')).toHaveLength(36)
  })

  test('has core certificates of an issuer Massachusetts names, all with numbers made up', () => {
    const core = harborCast.members
      .flatMap((member) => member.credentials)
      .filter((one) => one.kind === 'AIC' || one.kind === 'GCI')
    expect(core.length).toBeGreaterThan(70)
    expect(core.filter((one) => one.issuer !== 'ICISF' || !/^FICT-HBR-/.test(one.number))).toEqual([])
    const others = [...harborCast.members, ...montgomeryCast.members]
      .flatMap((member) => member.credentials)
      .filter((one) => !core.includes(one))
    expect(others.filter((one) => !one.issuer.startsWith('Fictional '))).toEqual([])
  })

  test('has every rank band, none of them alone', () => {
    const bands = Map.groupBy(harborCast.members, (member) => member.rankBand)
    for (const band of rankBands) expect(bands.get(band)?.length, band).toBeGreaterThanOrEqual(2)
  })

  test('has at least ten deployable peers who can lead', () => {
    expect(ready(harborCast.members, 'MA').filter(leads).length).toBeGreaterThanOrEqual(10)
  })

  test('can answer each agency with three peers of its discipline from elsewhere, one of them leading', () => {
    for (const agency of harborAgencies) {
      const others = ready(harborCast.members, 'MA').filter(
        (member) =>
          member.role === 'peer' &&
          member.agency !== agency.name &&
          member.disciplines.includes(agency.discipline),
      )
      expect(others.length, agency.name).toBeGreaterThanOrEqual(3)
      expect(others.some(leads), agency.name).toBe(true)
    }
  })
})

describe('the invented incidents', () => {
  test('are at least 40, of every kind', () => {
    expect(byNumber.size).toBeGreaterThanOrEqual(40)
    expect(new Set(incidents.map((row) => row.kind))).toEqual(new Set(incidentKinds))
  })

  test('hit every agency at least three times', () => {
    for (const agency of harborAgencies)
      expect(
        new Set(incidents.filter((row) => row.agency === agency.name).map((row) => row.number)).size,
        agency.name,
      ).toBeGreaterThanOrEqual(3)
  })

  test('name only known agencies, towns and roles', () => {
    const names = new Set(harborAgencies.map((agency) => agency.name))
    const towns = new Set(harborAgencies.map((agency) => agency.town))
    const roles = new Set<string>(affectedRoles)
    expect(
      incidents.filter((row) => !names.has(row.agency!) || !towns.has(row.town!) || !roles.has(row.role!)),
    ).toEqual([])
  })

  test('agree with themselves: one kind, time and place a number, one row a group', () => {
    for (const [number, group] of byNumber) {
      expect(
        new Set(group.map((row) => [row.kind, row.occurred_at, row.over_at, row.town].join())).size,
        number,
      ).toBe(1)
      expect(new Set(group.map((row) => `${row.agency} ${row.role}`)).size, number).toBe(group.length)
    }
  })

  test('happen between June and November 2026, in order; the last three still go on', () => {
    const times = [...byNumber.values()].map((group) => group[0]!)
    expect(times.map((row) => row.occurred_at)).toEqual(times.map((row) => row.occurred_at).toSorted())
    expect(times.every((row) => row.occurred_at! >= '2026-06-01' && row.occurred_at! < '2026-12-01')).toBe(
      true,
    )
    expect(times.every((row) => row.over_at === '' || row.over_at! > row.occurred_at!)).toBe(true)
    expect(times.flatMap((row, index) => (row.over_at === '' ? [times.length - index] : []))).toEqual([
      3, 2, 1,
    ])
  })

  test('hold what the rules must tell apart: over a hundred people, one alone, command, dispatchers', () => {
    const groups = incidents.map((row) => Number(row.count))
    expect(groups.filter((people) => people > 100)).toHaveLength(1)
    expect(
      [...byNumber.values()].filter((group) => group.length === 1 && group[0]!.count === '1'),
    ).toHaveLength(1)
    for (const role of ['command', 'dispatchers'])
      expect(
        [...byNumber.values()].filter((group) => group.length > 1 && group.some((row) => row.role === role))
          .length,
        role,
      ).toBeGreaterThanOrEqual(3)
  })
})

describe('Montgomery County', () => {
  test('derives one agency per township and service, none of another county', () => {
    const services = new Set(
      calls
        .filter((row) => !row.township!.endsWith(' COUNTY'))
        .map((row) => `${row.township} ${row.nature!.split(':')[0]}`),
    )
    expect(montgomeryAgencies).toHaveLength(services.size)
    expect(montgomeryAgencies.filter((agency) => agency.town.includes('County'))).toEqual([])
    expect(montgomeryAgencies).toContainEqual({
      name: 'Lower Merion, police service',
      town: 'Lower Merion',
      state: 'PA',
      discipline: 'law_enforcement',
      latitude: null,
      longitude: null,
    })
  })

  test('has 48 peers over three services, six clinicians, two chaplains, in derived agencies', () => {
    const disciplineOf = new Map(montgomeryAgencies.map((agency) => [agency.name, agency.discipline]))
    expect(['peer', 'mhp', 'chaplain'].map((role) => count(montgomeryCast.members, role))).toEqual([48, 6, 2])
    const peers = montgomeryCast.members.filter((member) => member.role === 'peer')
    expect(peers.filter((peer) => !disciplineOf.has(peer.agency!)).map((peer) => peer.agency)).toEqual([])
    for (const discipline of ['law_enforcement', 'fire', 'ems'] as const)
      expect(peers.filter((peer) => disciplineOf.get(peer.agency!) === discipline)).toHaveLength(16)
    expect(ready(montgomeryCast.members, 'PA')).toHaveLength(53)
  })
})

describe('everybody in the demonstration', () => {
  const everybody = [harborCast, montgomeryCast].flatMap((one) => [...one.accounts, ...one.members])

  test('has a name, a key and an address of their own', () => {
    for (const field of ['name', 'key', 'email'] as const)
      expect(new Set(everybody.map((one) => one[field])).size, field).toBe(everybody.length)
  })

  test('is reached at a reserved address only (RFC 2606)', () => {
    expect(everybody.filter((one) => !one.email.endsWith('@peers.example'))).toEqual([])
  })

  test('is a peer of a known agency, or of none', () => {
    const names = new Set([...harborAgencies, ...montgomeryAgencies].map((agency) => agency.name))
    for (const member of [...harborCast.members, ...montgomeryCast.members])
      expect(member.role === 'peer' ? names.has(member.agency!) : member.agency === null, member.key).toBe(
        true,
      )
  })

  test('shares a team number nobody owns (555-01xx)', () => {
    for (const one of [harbor, montgomery]) expect(one.teamPhone).toMatch(/^\d{3}-555-01\d\d$/)
  })
})

describe('the line-of-duty deaths', () => {
  test('hold months, weekdays and codes, never a name, a day or a place', () => {
    const deaths = rows('line-of-duty-deaths.csv')
    expect(deaths).toHaveLength(114)
    expect(Object.keys(deaths[0]!).sort()).toEqual([
      'agency_code',
      'canine',
      'cause',
      'month',
      'number',
      'state',
      'weekday',
    ])
    expect(deaths.filter((row) => !/^\d{4}-\d\d$/.test(row.month!))).toEqual([])
    expect(deaths.filter((row) => !/^[A-Z]{2}-\d{4}$/.test(row.agency_code!))).toEqual([])
  })
})
