import type { SeatKind, TeamWish } from '../incident/index.ts'
import type { AgencyId, MemberId } from '../platform/ids.ts'
import type { Discipline, Policy } from '../region/index.ts'
import type { Allowable } from './allowance.ts'
import type { Candidate } from './candidate.ts'
import { costOf, wishesOf } from './cost.ts'
import { eligible, keptCandidates } from './eligibility.ts'
import { type NotChosen, notChosen, type SeatReason, seatReasons } from './explain.ts'
import { modelOf } from './model.ts'
import { prune } from './prune.ts'

export type Seats = readonly { readonly kind: SeatKind; readonly count: number }[]

export type Call = {
  /** Open seats only: nobody who was told "you're on" is looked at again. */
  readonly seats: Seats
  readonly affectedAgencies: readonly AgencyId[]
  /** Of the affected group. */
  readonly discipline: Discipline
  readonly language: string | null
  /** Whom the agency wishes for on the team. */
  readonly wish: TeamWish | null
  readonly policy: Policy
  /** What a coordinator allowed for this plan. */
  readonly allowed: readonly Allowable[]
  /** Who sits already; they count for the limit per agency and for the matching discipline. */
  readonly kept: readonly {
    readonly memberId: MemberId
    readonly agencyId: AgencyId | null
    readonly kind: SeatKind
  }[]
  readonly candidates: readonly Candidate[]
}

export type Chosen = {
  readonly memberId: MemberId
  readonly kind: SeatKind
  readonly reasons: readonly SeatReason[]
}

export type Composition = {
  readonly chosen: readonly Chosen[]
  readonly notChosen: readonly NotChosen[]
  readonly shortfall: Seats
  /** Points of the chosen team, see cost.ts. */
  readonly cost: number
}

/** Solves a model in LP text and answers with the columns that are 1. Runs outside every transaction. */
export type Solve = (lp: string) => Promise<ReadonlySet<string>>

/** The best team for the open seats: exact, explained, and the same for the same people in any order. */
export async function compose(
  call: Call,
  solve: Solve,
  options: { readonly pruned: boolean } = { pruned: true },
): Promise<Composition> {
  const wanted: Call = { ...call, seats: call.seats.filter((seat) => seat.count > 0) }
  const able = eligible(wanted)
  const { lp, placements } = modelOf(wanted, options.pruned ? prune(able, wanted) : able)
  const taken = wanted.seats.length === 0 || placements.length === 0 ? new Set<string>() : await solve(lp)
  const seated = placements.filter((one) => taken.has(one.column))
  const chosen = seated
    .map((one) => ({
      memberId: one.candidate.memberId,
      kind: one.kind,
      reasons: seatReasons(one.candidate, wanted),
    }))
    .sort((one, other) => rank(one.kind) - rank(other.kind) || (one.memberId < other.memberId ? -1 : 1))
  return {
    chosen,
    notChosen: notChosen(wanted, chosen),
    shortfall: wanted.seats
      .map((seat) => ({
        kind: seat.kind,
        count: seat.count - seated.filter((one) => one.kind === seat.kind).length,
      }))
      .filter((seat) => seat.count > 0),
    cost: teamCost(
      wanted,
      seated.map((one) => ({ candidate: one.candidate, kind: one.kind })),
    ),
  }
}

/** Points of a team: everybody's own, and once more for each wish that nobody on it meets. */
export function teamCost(
  call: Call,
  team: readonly { readonly candidate: Candidate; readonly kind: SeatKind }[],
): number {
  const whole = [...keptCandidates(call), ...team.map((one) => one.candidate)]
  const own = team.reduce((sum, one) => sum + costOf(one.candidate, one.kind, call), 0)
  const unmet = wishesOf(call).filter((wish) => !whole.some((one) => wish.isMetBy(one, call)))
  return own + unmet.reduce((sum, wish) => sum + wish.points, 0)
}

function rank(kind: SeatKind): number {
  return ['lead', 'peer', 'mhp', 'chaplain'].indexOf(kind)
}
