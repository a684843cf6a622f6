import type { SeatKind } from '../incident/index.ts'
import type { MemberId, OfferId } from '../platform/ids.ts'
import type { Candidate } from './candidate.ts'
import { type Call, type Chosen, compose, type Solve } from './compose.ts'
import { eligible } from './eligibility.ts'
import { chanceOfEnough } from './likelihood.ts'
import { type PlanState, pendingOffers } from './planState.ts'

export type WaveOffer = Chosen
export type Pending = { readonly memberId: MemberId; readonly kind: SeatKind; readonly likelihood: number }

/**
 * Who is asked and silent, with how far they are counted on: somebody whose time to answer is over, or whom no message
 * reached, may still answer, but nobody waits for it.
 */
export function stillAsked(
  plan: PlanState,
  now: Temporal.Instant,
  candidates: readonly Candidate[],
  notReached: ReadonlySet<OfferId>,
): Pending[] {
  const known = new Map(candidates.map((one) => [one.memberId, one.likelihood]))
  return pendingOffers(plan).map(({ id, memberId, kind, answerBy }) => {
    const counts = Temporal.Instant.compare(now, answerBy) < 0 && !notReached.has(id)
    return { memberId, kind, likelihood: counts ? (known.get(memberId) ?? 0) : 0 }
  })
}

/** Products of shares miss the share they should be by a hair. */
const hair = 1e-9
/** Below this chance of a lead among those left, nobody who can lead is spent as a peer (assumed). */
const nearlySure = 0.9995

/**
 * Who is asked together: the best team, then the best team of those left, and so on, until it is likely enough, with
 * those still pending, that every open seat is filled. Where shares differ from person to person, fit goes before the
 * count. The limit per agency holds for each of these teams, and again at each
 * acceptance, not for the wave. Empty when nobody is left to ask.
 */
export async function planWave(call: Call, pending: readonly Pending[], solve: Solve): Promise<WaveOffer[]> {
  const known = new Map(call.candidates.map((one) => [one.memberId, one]))
  const counted = new Map<SeatKind, number[]>()
  const countOn = (kind: SeatKind, share: number) => counted.set(kind, [...(counted.get(kind) ?? []), share])
  const countOf = (kind: SeatKind) => call.seats.find((seat) => seat.kind === kind)?.count ?? 0
  for (const one of pending) countOn(one.kind, one.likelihood)
  const chance = (kind: SeatKind, more: readonly number[] = []): number => {
    const shares = [...(counted.get(kind) ?? []), ...more]
    // Whoever may lead sits as a peer once somebody else leads: both kinds are one pool for the peers' seats.
    return kind === 'peer'
      ? chanceOfEnough([...shares, ...(counted.get('lead') ?? [])], countOf('peer') + countOf('lead'))
      : chanceOfEnough(shares, countOf(kind))
  }
  const isShort = (kind: SeatKind, more?: readonly number[]) =>
    chance(kind, more) < call.policy.wave.sureness - hair

  const offers: WaveOffer[] = []
  const asked = new Set(pending.map((one) => one.memberId))
  for (;;) {
    const short = call.seats.filter((seat) => seat.count > 0 && isShort(seat.kind))
    if (short.length === 0) return offers
    const left = call.candidates.filter((one) => !asked.has(one.memberId))
    const surest = left.reduce((most, one) => Math.max(most, one.likelihood), 0)
    // No more seats than may still be needed, so that a last, partial round asks those who fit best.
    const needed = ({ kind, count }: Call['seats'][number]) => {
      let more = 1
      while (more < count && isShort(kind, Array(more).fill(surest))) more++
      return more
    }
    const seats = short.map((seat) => ({ kind: seat.kind, count: needed(seat) }))
    const { chosen } = await compose({ ...call, seats, candidates: left }, solve)
    if (chosen.length === 0) return offers
    const few = leadersAreFew(call, left)
    for (const one of chosen) {
      if (!isShort(one.kind)) continue
      const candidate = known.get(one.memberId)!
      const kind = one.kind === 'peer' && few && candidate.canLead ? 'lead' : one.kind
      offers.push({ ...one, kind })
      asked.add(one.memberId)
      countOn(kind, candidate.likelihood)
    }
  }
}

/**
 * While somebody is to lead and few who can are left, whoever can is asked to lead: their yes as a peer might leave nobody for it. If
 * somebody else leads in the end, they sit as a peer all the same.
 */
function leadersAreFew(call: Call, left: readonly Candidate[]): boolean {
  const seats = call.seats.find((seat) => seat.kind === 'lead')?.count ?? 0
  const leaders = eligible({ ...call, candidates: left }).filter((one) => one.canLead)
  return (
    seats > 0 &&
    chanceOfEnough(
      leaders.map((one) => one.likelihood),
      seats,
    ) < nearlySure
  )
}
