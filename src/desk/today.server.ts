import {
  loadAid,
  loadBookings,
  loadOwnCalls,
  loadOwnRequests,
  loadRunning,
  offerToken,
} from '../activation/index.server.ts'
import { activationPaths, type OwnCalls, type Running, stageOf } from '../activation/index.ts'
import { contactAgencies } from '../identity/index.server.ts'
import { may } from '../identity/index.ts'
import { waitingForScreening } from '../incident/index.server.ts'
import {
  lateFollowUps,
  memberChecksDue,
  openFollowUps,
  ownFollowUpsSoon,
} from '../intervention/index.server.ts'
import { hasRole } from '../platform/actor.ts'
import type { Reader } from '../platform/db.server.ts'
import type { MemberId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { loadAgencies, loadPolicy, loadRegion } from '../region/index.server.ts'
import { loadMembers, loadRosterDay, unreachedMembers } from '../roster/index.server.ts'
import { may as mayOnRoster, type OwnDay } from '../roster/index.ts'
import { loadStudyDay } from '../training/index.server.ts'
import type { Library } from '../training/index.ts'
import { regionFacts, type SetUpKnown } from './setUpFacts.server.ts'
import { readyLines } from './setUpReady.ts'
import type { TodayOwn, TodayView } from './todayView.ts'

export type TodayDeps = SetUpKnown & {
  readonly secrets: Secrets
  readonly library: Library
}

/**
 * The day of whoever reads, by what their roles open and nothing else. `memberId`: who they are on the roster; `email`: where their
 * account is reached, for courses they were named to.
 */
export async function loadToday(
  reader: Reader,
  memberId: MemberId | null,
  email: string | null,
  deps: TodayDeps,
): Promise<TodayView> {
  const { actor } = reader
  const coordinates = hasRole(actor, 'duty_coordinator')
  const requests = may(actor, 'see', 'requests')
  const keeps = mayOnRoster(actor, 'import_sheet', null)
  const settings = may(actor, 'see', 'settings')
  const day = requests ? await loadRunning(reader) : null
  const running = day?.running ?? null
  const roster = await loadRosterDay(reader, memberId)
  const checks = await memberChecksDue(reader)
  const members = keeps || checks.length > 0 ? await loadMembers(reader) : []
  const nameOf = new Map(members.map((member) => [member.id, member.name]))
  const unready = keeps && members.length === 0
  return {
    region: await loadRegion(reader),
    now: reader.now,
    running,
    stuck: coordinates ? (day?.stuck ?? []) : [],
    signOffs: hasRole(actor, 'clinical_director') ? signOffsIn(running ?? []) : [],
    roster,
    checks: checks.map(({ id, aboutId, dueAt }) => ({ id, dueAt, name: nameOf.get(aboutId!) ?? '–' })),
    bookings: requests
      ? {
          ...(await loadBookings(reader)),
          agencies: await loadAgencies(reader),
          policy: (await loadPolicy(reader)).policy,
        }
      : null,
    aid: requests && coordinates ? await loadAid(reader, { waiting: true }) : [],
    waiting: requests && coordinates ? await waitingForScreening(reader) : [],
    unreached: coordinates ? (await unreachedMembers(reader)).length : 0,
    late: coordinates ? await lateFollowUps(reader) : 0,
    openFollowUps: requests ? await openFollowUps(reader) : 0,
    unready,
    setUp:
      settings && !unready ? readyLines(await regionFacts(reader, deps)).filter((line) => !line.stands) : [],
    own: memberId === null || roster.own === null ? null : await loadOwn(reader, memberId, roster.own, deps),
    asked: await loadAsked(reader),
    study: await loadStudyDay(reader, deps.library, memberId, email),
    roles: { coordinates: requests, peer: may(actor, 'see', 'own_offers'), administers: settings },
  }
}

/** Of an agency's contact. */
async function loadAsked(reader: Reader): Promise<TodayView['asked']> {
  const { actor } = reader
  if (actor.kind !== 'account' || !may(actor, 'see', 'own_requests')) return null
  const spoken = (await contactAgencies(reader, actor.accountId)).map((one) => one.agencyId)
  if (spoken.length === 0) return null
  const agencies = (await loadAgencies(reader)).filter((agency) => spoken.includes(agency.id))
  return { agencies, requests: await loadOwnRequests(reader) }
}

function signOffsIn(running: readonly Running[]): TodayView['signOffs'] {
  return running.flatMap((of) =>
    of.plans
      .filter((plan) => plan.needsClinicalSignOff && stageOf(plan) === 'proposed')
      .map((plan) => ({ of, plan })),
  )
}

async function loadOwn(
  reader: Reader,
  memberId: MemberId,
  day: OwnDay,
  { secrets }: Pick<TodayDeps, 'secrets'>,
): Promise<TodayOwn> {
  const calls = await loadOwnCalls(reader, memberId)
  return { ...day, calls, links: linksOf(calls), followUps: await ownFollowUpsSoon(reader, memberId) }

  function linksOf({ asked, seats }: OwnCalls): TodayOwn['links'] {
    const link = ({ plan, offer }: OwnCalls['asked'][number]) =>
      activationPaths.offer(offerToken(secrets, reader.regionId, offer.id, plan.window.closes, 'page'))
    return new Map([...asked, ...seats].map((one) => [one.offer.id, link(one)]))
  }
}
