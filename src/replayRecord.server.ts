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
    // From the cast itself, apart from the rule that the call-out used.
    deployable:
      one.member.standing === 'active' &&
      one.member.agreementSignedDaysAgo !== null &&
      (one.member.role !== 'peer' || one.member.designationDaysAgo !== null) &&
      one.member.credentials.some(
        (credential) => credential.kind === 'GCI' || credential.kind === 'chaplain',
      ),
    conflicted: modelAnswer(answerModel, one.member.key, incident.number).conflict,
    startsAt: plan.approval!.startsAt.epochMilliseconds,
    endsAt: plan.approval!.endsAt.epochMilliseconds,
  }))
  return { entry, seats }
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
