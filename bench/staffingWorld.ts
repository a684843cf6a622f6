import { join } from 'node:path'
import type { Candidate } from '../src/activation/candidate.ts'
import type { Call } from '../src/activation/compose.ts'
import { eligible } from '../src/activation/eligibility.ts'
import { likelihoodOf } from '../src/activation/likelihood.ts'
import type { PlanState } from '../src/activation/planState.ts'
import { suggestStart } from '../src/activation/session.ts'
import { readDemoRegion } from '../src/demonstration.server.ts'
import { nothingFurtherKnown } from '../src/incident/further.ts'
import { assess, type Proposal } from '../src/incident/index.ts'
import type { ActivationId, AgencyId, MemberId, PlanId, SeatId } from '../src/platform/ids.ts'
import { type Discipline, type Policy, travelMinutes } from '../src/region/index.ts'
import { policyFrom } from '../src/region/policy.ts'
import { deaths, sourceOf } from '../src/replaySources.server.ts'

/** One real incident's plan, its pool, and when a human approved it. */
export type Case = {
  readonly incident: string
  readonly plan: PlanState
  readonly call: Call
  readonly approvedAt: Temporal.Instant
}

/** Plans of real incidents for the fictional Harbor Region, evenly drawn; nobody is bound elsewhere (assumed). */
export function readCases(root: string, most: number): Case[] {
  const demo = join(root, 'demo')
  const { region, cast } = readDemoRegion(demo, 'harbor')
  if (!('agencies' in region)) throw new Error('harbor names its agencies')
  const policy: Policy = policyFrom({ ...(region.policy as object) })
  const agencies = new Map(
    region.agencies.map((agency) => [
      agency.name,
      {
        id: agency.name as AgencyId,
        discipline: agency.discipline as Discipline,
        place:
          agency.latitude === null || agency.longitude === null
            ? null
            : { latitude: agency.latitude, longitude: agency.longitude },
      },
    ]),
  )
  const incidents = [
    ...sourceOf(demo, 'harbor', join(demo, 'harbor/incidents.csv'), join(demo, 'harbor/mapping.json')).played,
    ...deaths(demo).played,
  ]
  const cases = incidents.flatMap((incident) => {
    const overAt = incident.overAt ?? incident.occurredAt
    const approvedAt = overAt.add({ minutes: 35 })
    const { hour } = approvedAt.toZonedDateTimeISO(region.timeZone)
    const groups = incident.groups.map((group) => ({ ...group, agencyId: agencies.get(group.agency)!.id }))
    const { proposals } = assess(
      { ...incident, groups, overAt, further: nothingFurtherKnown },
      policy,
      approvedAt,
    )
    return proposals.map((proposal, index): Case => {
      const agency = [...agencies.values()].find((one) => one.id === proposal.target.agencyId)!
      const candidates = cast.members.map((member): Candidate => {
        const place =
          member.latitude === null || member.longitude === null
            ? null
            : { latitude: member.latitude, longitude: member.longitude }
        const way = travelMinutes(place, agency.place, policy.travel)
        const onCall = member.onCall !== null
        return {
          memberId: member.key as MemberId,
          agencyId: member.agency as AgencyId | null,
          furtherAgencies: [],
          role: member.role,
          disciplines: member.disciplines,
          languages: member.languages,
          gender: null,
          travelMinutes: way,
          onCall,
          canLead: member.credentials.some(
            (one) => one.kind === 'GCI' && one.issuedDaysAgo >= policy.standing.leadAfterDays,
          ),
          restedDays: 365,
          sessionsThisYear: 0,
          sessionsEver: 10,
          blocks: member.standing === 'active' ? [] : ['not_deployable'],
          likelihood: likelihoodOf({ onCall, travelMinutes: way, reachable: true }, hour, policy.wave),
        }
      })
      return {
        incident: `${incident.number}/${index}`,
        approvedAt,
        plan: approvedPlan(proposal, approvedAt, policy),
        call: {
          seats: proposal.team,
          affectedAgencies: [...new Set(groups.map((group) => group.agencyId))],
          discipline: agency.discipline,
          language: null,
          wish: null,
          policy,
          allowed: [],
          kept: [],
          candidates,
        },
      }
    })
  })
  // What nobody could staff compares nothing.
  const able = cases.filter((one) =>
    one.plan.seats.every((seat) => eligible(one.call).some((who) => fits(who, seat.kind))),
  )
  const step = Math.max(1, able.length / most)
  return Array.from({ length: Math.min(most, able.length) }, (_, index) => able[Math.floor(index * step)]!)
}

function fits(who: Candidate, kind: string): boolean {
  return who.role === 'peer' ? kind === 'peer' || (kind === 'lead' && who.canLead) : who.role === kind
}

function approvedPlan(proposal: Proposal, at: Temporal.Instant, policy: Policy): PlanState {
  const startsAt = suggestStart(proposal.timing, proposal.type, at, policy.team)
  return {
    id: 'plan' as PlanId,
    activationId: 'activation' as ActivationId,
    agencyId: proposal.target.agencyId,
    role: proposal.target.role,
    count: proposal.target.count,
    type: proposal.type,
    theme: proposal.theme,
    window: proposal.timing,
    reasons: [],
    alternatives: [],
    contraindications: [],
    needsClinicalSignOff: false,
    approval: { at, startsAt, endsAt: startsAt.add({ hours: 1 }), place: 'room' },
    seats: proposal.team.flatMap(({ kind, count }) =>
      Array.from({ length: count }, (_, index) => ({
        id: `${kind}${index}` as SeatId,
        kind,
        ordinal: index + 1,
        taken: null,
        guest: null,
      })),
    ),
    moves: [],
    waves: [],
    offers: [],
    refused: [],
    allowed: [],
    end: null,
  }
}
