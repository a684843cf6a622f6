import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { type Cast, castFile, type DemoMember, type Weekly } from '../demo/cast.ts'
import { agenciesByRule, type RegionFile, regionFile } from '../demo/region.ts'
import { type TallyFile, tallyFile } from '../demo/tallies.ts'
import { endActivation, leaveAtAdvice, openFromIncident } from './activation/index.server.ts'
import { type Auth, createAccount, grantRole } from './identity/index.server.ts'
import { importIncidents, latestIncidents, waitingForScreening } from './incident/index.server.ts'
import { type ParsedIncident, readIncidents, readMapping } from './incident/index.ts'
import { listReferral } from './intervention/index.server.ts'
import type { NewReferral } from './intervention/index.ts'
import { layTraining } from './layTraining.server.ts'
import { keepPhone } from './messaging/index.server.ts'
import type { Actor } from './platform/actor.ts'
import type { Db } from './platform/db.server.ts'
import type { AccountId, ActivationId, AgencyId, IncidentId, MemberId, RegionId } from './platform/ids.ts'
import type { Secrets } from './platform/secrets.server.ts'
import { addAgencies, addRegion, readPacks, regionDirectory } from './region/index.server.ts'
import type { StatePack } from './region/index.ts'
import { addMembers, addPeriods, adoptStateLaw, type NewMember } from './roster/index.server.ts'
import { showMembers } from './shownMembers.server.ts'
import { layTallies } from './support/index.server.ts'
import type { Library } from './training/index.ts'

export type LoadedRegion = {
  readonly regionId: RegionId
  readonly agencies: ReadonlyMap<string, AgencyId>
  readonly members: readonly { readonly id: MemberId; readonly member: DemoMember }[]
  readonly timeZone: string
}

type Demonstrated = {
  readonly db: Db
  readonly auth: Auth
  readonly secrets: Secrets
  readonly library: Library
  readonly packs: ReadonlyMap<string, StatePack>
  /** Where peers’ tallies stand: a pool of the support role. */
  readonly conversations: { readonly db: Db }
}

type Read = { readonly region: RegionFile; readonly cast: Cast }

export function readDemoRegion(folder: string, name: string): Read {
  const json = (file: string) => JSON.parse(readFileSync(join(folder, name, file), 'utf8')) as unknown
  return { region: regionFile.parse(json('region.json')), cast: castFile.parse(json('members.json')) }
}

/** What Harbor’s peers counted in months that are over. */
export function readDemoTallies(folder: string): TallyFile {
  return tallyFile.parse(JSON.parse(readFileSync(join(folder, 'harbor/tallies.json'), 'utf8')))
}

/**
 * A fictional region with its agencies and members. Days in the cast count back from `day`; `lasting` makes
 * every standing hold at any time, for the replay of years (assumed, and said so).
 */
export async function loadDemoRegion(
  db: Db,
  folder: string,
  { region, cast }: Read,
  day: Temporal.PlainDate,
  lasting: boolean,
): Promise<LoadedRegion> {
  const regionId = await addRegion(db, { ...region, policy: region.policy as object })
  const list = 'agencies' in region ? region.agencies : derived(folder, region)
  return await db.write({ kind: 'system', regionId }, async (tx) => {
    await adoptStateLaw(tx, readPacks(join(folder, '..')).get(region.state))
    // 555-0100 to 555-0199 belong to nobody: they are kept for stories.
    const fictional = (index: number) => `${region.teamPhone.slice(0, 3)}-555-0${100 + (index % 100)}`
    const agencies = await addAgencies(
      tx,
      list.map((agency, index) => ({ ...agency, phone: fictional(index) })),
    )
    const ids = await addMembers(
      tx,
      cast.members.map((member) => newMember(member, agencies, day, region.agreementValidDays, lasting)),
    )
    const members = ids.map((id, index) => ({ id, member: cast.members[index]! }))
    if (!lasting) {
      await addPeriods(
        tx,
        'roster.on_call_shift',
        members.flatMap(({ id, member }) => weeks(id, member.onCall, day, region.timeZone)),
      )
      await addPeriods(
        tx,
        'roster.unavailability',
        members.flatMap(({ id, member }) => weeks(id, member.unavailability, day, region.timeZone)),
      )
    }
    return { regionId, agencies, members, timeZone: region.timeZone }
  })
}

function derived(folder: string, region: Extract<RegionFile, { agencyRule: unknown }>) {
  const rows = parse(readFileSync(join(folder, region.agencyRule.file), 'utf8'), { columns: true }) as Record<
    string,
    string
  >[]
  return agenciesByRule(region.agencyRule, rows, region.state)
}

function newMember(
  member: DemoMember,
  agencies: ReadonlyMap<string, AgencyId>,
  day: Temporal.PlainDate,
  agreementDays: number,
  lasting: boolean,
): NewMember {
  const ago = (days: number) => (lasting ? Temporal.PlainDate.from('1980-01-01') : day.subtract({ days }))
  const until = (from: Temporal.PlainDate, days: number) =>
    lasting ? Temporal.PlainDate.from('2090-01-01') : from.add({ days })
  const signed = member.agreementSignedDaysAgo === null ? null : ago(member.agreementSignedDaysAgo)
  return {
    agencyId: member.agency === null ? null : agencies.get(member.agency)!,
    furtherAgencies: [],
    name: member.name,
    email: member.email,
    role: member.role,
    rankBand: member.rankBand,
    disciplines: member.disciplines,
    languages: member.languages,
    town: member.town,
    place:
      member.latitude === null || member.longitude === null
        ? null
        : { latitude: member.latitude, longitude: member.longitude },
    selectedOn:
      member.credentials.length === 0
        ? null
        : ago(Math.max(...member.credentials.map((one) => one.issuedDaysAgo))),
    credentials: member.credentials.map((one) => ({
      kind: one.kind,
      issuer: one.issuer,
      number: one.number,
      issuedOn: ago(one.issuedDaysAgo),
      expiresOn: until(day.subtract({ days: one.issuedDaysAgo }), one.validDays),
    })),
    agreement: signed === null ? null : { signedOn: signed, renewBy: until(signed, agreementDays) },
    designation:
      member.designationDaysAgo === null
        ? null
        : { document: 'fictional letter', designatedOn: ago(member.designationDaysAgo) },
    suspendedFrom: member.standing === 'suspended' ? ago(30).toZonedDateTime('UTC').toInstant() : null,
  }
}

/** A weekly pattern as periods, from two weeks back to six weeks ahead. */
function weeks(memberId: MemberId, pattern: Weekly | null, day: Temporal.PlainDate, timeZone: string) {
  if (pattern === null) return []
  return Array.from({ length: 56 }, (_, index) => day.add({ days: index - 14 }))
    .filter((date) => pattern.weekdays.includes(date.dayOfWeek))
    .map((date) => {
      const startsAt = date.toZonedDateTime({ timeZone, plainTime: pattern.from }).toInstant()
      return { memberId, startsAt, endsAt: startsAt.add({ hours: pattern.hours }) }
    })
}

/** Both regions as of now, once: fictional people; invented incidents and real calls moved forward by whole weeks. */
export async function loadDemonstration(services: Demonstrated, folder: string): Promise<void> {
  const { db } = services
  const known = await regionDirectory(db)
  for (const name of ['harbor', 'montgomery']) {
    const read = readDemoRegion(folder, name)
    if (known.some((region) => region.slug === read.region.slug)) continue
    const now = await clockOf(db)
    const today = now.toZonedDateTimeISO(read.region.timeZone).toPlainDate()
    const loaded = await loadDemoRegion(db, folder, read, today, false)
    const coordinator: Extract<Actor, { kind: 'account' }> = {
      kind: 'account',
      accountId: await addAccounts(services, loaded.regionId, read.cast),
      regionId: loaded.regionId,
      roles: ['duty_coordinator'],
    }
    await db.write({ kind: 'system', regionId: loaded.regionId }, async (tx) => {
      const area = read.region.teamPhone.slice(0, 3)
      for (const [index, { id }] of loaded.members.entries())
        await keepPhone(tx, id, `+1${area}5550${100 + (index % 100)}`)
      for (const listing of fictionalListings(area)) await listReferral(tx, listing)
    })
    const mapping = readMapping(readFileSync(join(folder, name, 'mapping.json'), 'utf8'))
    if (!mapping.ok) throw new Error(mapping.problems.join('\n'))
    const file = name === 'harbor' ? 'harbor/incidents.csv' : 'montgomery-county.csv'
    const csv = movedForward(readFileSync(join(folder, file), 'utf8'), today)
    const importer: Actor = { kind: 'system', regionId: loaded.regionId }
    await importIncidents(db, importer, loaded.regionId, csv, mapping.mapping, { dryRun: false })
    if (name === 'harbor') {
      await openLatest(db, coordinator, 3)
      await layTallies(services.conversations.db, loaded.regionId, readDemoTallies(folder))
      await showMembers(services, loaded, folder)
      await layTraining(services, loaded, folder, coordinator.accountId)
    } else await screenCalls(db, coordinator, readIncidents(csv, mapping.mapping).incidents)
  }
}

/** Places to go on to, as invented as everybody here. */
function fictionalListings(area: string): NewReferral[] {
  const like = { telehealth: true, knowsResponders: true } as const
  return [
    {
      ...{ ...like, name: 'Nadia W., trauma practice', kind: 'practice', town: 'Graywick' },
      ...{ languages: ['en', 'es'], phone: `${area}-555-0160`, cost: 'sliding' },
    },
    {
      ...{ ...like, name: 'Second Watch, ten days for responders', kind: 'residential', town: 'Dunmere' },
      ...{ languages: ['en'], phone: `${area}-555-0161`, cost: 'insurance' },
    },
    {
      ...{ ...like, name: 'Kitchen Table, partners and children', kind: 'family', town: 'Brightwater' },
      ...{ languages: ['en', 'pt'], phone: `${area}-555-0162`, cost: 'free' },
    },
  ]
}

/** The demonstration for whoever starts it from a page: its first region, and the account that coordinates there. */
export async function enterDemonstration(
  services: Demonstrated,
  folder: string,
): Promise<{ accountId: AccountId; slug: string }> {
  await loadDemonstration(services, folder)
  const { region, cast } = readDemoRegion(folder, 'harbor')
  return { accountId: await createAccount(services.auth, cast.accounts[0]!), slug: region.slug }
}

/**
 * What the demonstration's coordinator makes of calls that may qualify: those to which two services went are
 * confirmed, the newest is left to be played, and all others end as advice only.
 */
async function screenCalls(db: Db, coordinator: Actor, calls: readonly ParsedIncident[]): Promise<void> {
  const chosen = new Set(calls.filter(confirmed).map((call) => call.number))
  const waiting = await db.read(coordinator, waitingForScreening)
  for (const incident of waiting.filter((one) => !chosen.has(one.number ?? '')))
    await leaveAtAdvice(db, coordinator, incident.id)
  const [, ...older] = await opened(
    db,
    coordinator,
    waiting.filter((one) => chosen.has(one.number ?? '')).map((one) => one.id),
  )
  for (const activationId of older) await endActivation(db, coordinator, activationId, 'advice_only')
}

/** Calls to which two services went; an incident that a file tells as such needs no screening. */
export function confirmed(incident: ParsedIncident): boolean {
  return incident.screening === null || (incident.screening === 'may_qualify' && incident.services >= 2)
}

async function clockOf(db: Db): Promise<Temporal.Instant> {
  const nowhere = '00000000-0000-7000-8000-000000000000' as RegionId
  return await db.read({ kind: 'system', regionId: nowhere }, async (reader) => reader.now)
}

async function addAccounts(
  { db, auth }: { db: Db; auth: Auth },
  regionId: RegionId,
  cast: Cast,
): Promise<AccountId> {
  const accounts: AccountId[] = []
  for (const one of cast.accounts) {
    const account = await createAccount(auth, { email: one.email, name: one.name })
    accounts.push(account)
    await db.write({ kind: 'system', regionId }, (tx) => grantRole(tx, account, one.role))
  }
  return accounts[0]!
}

/** Moves every date by the same whole weeks, so that weekdays stay and the newest lie in the last days. */
export function movedForward(csv: string, today: Temporal.PlainDate): string {
  const dates = [...csv.matchAll(/\d{4}-\d{2}-\d{2}/g)].map((match) => Temporal.PlainDate.from(match[0]))
  const newest = dates.sort(Temporal.PlainDate.compare).at(-1)!
  // Yesterday at the latest: of today's calls some would lie in the future.
  const days = Math.floor(newest.until(today.subtract({ days: 1 }), { largestUnit: 'day' }).days / 7) * 7
  return csv.replaceAll(/\d{4}-\d{2}-\d{2}/g, (date) =>
    Temporal.PlainDate.from(date).add({ days }).toString(),
  )
}

async function openLatest(db: Db, coordinator: Actor, count: number): Promise<void> {
  await opened(db, coordinator, await db.read(coordinator, (reader) => latestIncidents(reader, count)))
}

async function opened(db: Db, coordinator: Actor, ids: readonly IncidentId[]): Promise<ActivationId[]> {
  const activations: ActivationId[] = []
  for (const id of ids) {
    const done = await openFromIncident(db, coordinator, id)
    if (done.ok) activations.push(done.value.activationId)
  }
  return activations
}
