import type { DemoMember } from '../demo/cast.ts'
import type { PlanState } from './activation/index.ts'
import { answerModel, modelAnswer, type SeatTaken } from './activation/simulation.ts'
import { incidentWords, type ParsedIncident } from './incident/index.ts'

import type { Source } from './replaySources.server.ts'
import { memberOf, type World } from './replayWorld.server.ts'

export type ReplayedPlan = {
  file: string
  region: string
  incident: string
  agency: string
  plan: string
  team: { member: string; agency: string | null; role: string }[]
  minutesToFilled: number | null
  disturbed: number
}

export function record(
  world: World,
  source: Source,
  incident: ParsedIncident,
  plan: PlanState,
  messaged: ReadonlySet<string>,
) {
  const nameOf = new Map([...world.loaded.agencies].map(([name, id]) => [id, name]))
  const taken = plan.seats.flatMap((seat) =>
    seat.taken === null ? [] : [{ seat, member: memberOf(world, seat.taken.memberId), at: seat.taken.at }],
  )
  const filled = taken.length === plan.seats.length
  const last = taken
    .map((one) => one.at)
    .sort(Temporal.Instant.compare)
    .at(-1)
  const entry: ReplayedPlan = {
    file: source.file,
    region: source.region,
    incident: incident.number,
    agency: nameOf.get(plan.agencyId)!,
    plan: plan.type,
    team: taken.map((one) => ({ member: one.member.name, agency: one.member.agency, role: one.seat.kind })),
    minutesToFilled:
      filled && last !== undefined
        ? Math.round(last.since(plan.approval!.at).total('minutes') * 10) / 10
        : null,
    disturbed: new Set(
      plan.offers
        .map((offer) => memberOf(world, offer.memberId).email)
        .filter((email) => messaged.has(email)),
    ).size,
  }
  const seats: SeatTaken[] = taken.map((one) => ({
    member: one.member.key,
    agency: one.member.agency,
    affected: incident.groups.map((group) => group.agency),
    deployable: goes(one.member, source.region),
    conflicted: modelAnswer(answerModel, one.member.key, incident.number).conflict,
    startsAt: plan.approval!.startsAt.epochMilliseconds,
    endsAt: plan.approval!.endsAt.epochMilliseconds,
  }))
  return { entry, seats }
}

/** From the cast itself and written by hand, apart from the rule that the call-out used. */
export function goes(member: DemoMember, region: string): boolean {
  const holds = (kind: string) => member.credentials.some((credential) => credential.kind === kind)
  if (member.standing !== 'active' || member.agreementSignedDaysAgo === null) return false
  if (member.role === 'mhp') return holds('license') && holds('GCI')
  if (member.role === 'chaplain') return holds('chaplain') && holds('AIC')
  // M.G.L. c. 233, § 20O names two issuers; Harbor is in Massachusetts.
  const named =
    region !== 'harbor' || member.credentials.some((one) => one.issuer === 'ICISF' || one.issuer === 'MPSN')
  return named && member.designationDaysAgo !== null && holds('AIC') && holds('GCI')
}

export function tell(entry: ReplayedPlan, plan: PlanState): string {
  const words = incidentWords.en
  const team = entry.team
    .map(
      (one) =>
        `${one.member} (${words.seat[one.role as keyof typeof words.seat].toLowerCase()}, ${one.agency ?? 'regional team'})`,
    )
    .join(', ')
  const time = entry.minutesToFilled === null ? 'not filled' : `${entry.minutesToFilled} min`
  return [
    `${entry.incident}  ${entry.agency}, about ${plan.count} ${words.role[plan.role].toLowerCase()}: ${words.typeShort[plan.type]}`,
    `    why   ${plan.reasons.map((reason) => words.reason[reason.code]).join(' ')}`,
    `    team  ${team || 'nobody'}`,
    `    time  ${time}, ${entry.disturbed} asked`,
  ].join('\n')
}
