import type { SeatKind } from '../incident/index.ts'
import type { MemberId } from '../platform/ids.ts'
import { type Call, type Chosen, compose, type Solve } from './compose.ts'

export type WaveOffer = Chosen
export type Pending = { readonly memberId: MemberId; readonly kind: SeatKind; readonly likelihood: number }

/** Sums of shares such as 0.4 miss their whole number by a hair. */
const hair = 1e-9

/**
 * Who is asked together: the fewest whose expected yeses, with those still pending, reach the open seats. The
 * best team is asked first, then the best team of those left, and so on; where shares differ from person to
 * person, fit goes before the count. The limit per agency holds for each of these teams, and again at each
 * acceptance, not for the wave. Empty when nobody is left to ask.
 */
export async function planWave(call: Call, pending: readonly Pending[], solve: Solve): Promise<WaveOffer[]> {
  const known = new Map(call.candidates.map((one) => [one.memberId, one]))
  const share = (memberId: MemberId) => known.get(memberId)!.likelihood
  const expected = new Map<SeatKind, number>()
  const expect = (kind: SeatKind, yes: number) => expected.set(kind, (expected.get(kind) ?? 0) + yes)
  const missing = (seat: Call['seats'][number]) => seat.count - (expected.get(seat.kind) ?? 0)
  for (const one of pending) expect(one.kind, one.likelihood)

  const offers: WaveOffer[] = []
  const asked = new Set(pending.map((one) => one.memberId))
  for (;;) {
    const short = call.seats.filter((seat) => missing(seat) > hair)
    if (short.length === 0) return offers
    const left = call.candidates.filter((one) => !asked.has(one.memberId))
    const surest = left.reduce((most, one) => Math.max(most, one.likelihood), hair)
    // No more seats than may still be needed, so that a last, partial round asks those who fit best.
    const seats = short.map((seat) => ({
      kind: seat.kind,
      count: Math.min(seat.count, Math.ceil(missing(seat) / surest - hair)),
    }))
    const { chosen } = await compose({ ...call, seats, candidates: left }, solve)
    const leadShort = short.some((seat) => seat.kind === 'lead')
    if (leadShort && !chosen.some((one) => one.kind === 'lead')) {
      // Nobody left can lead, yet somebody who can was to be asked as a peer: ask for the lead instead.
      const at = offers.findLastIndex((one) => one.kind === 'peer' && known.get(one.memberId)!.canLead)
      if (at >= 0) {
        const offer = offers[at]!
        offers[at] = { ...offer, kind: 'lead' }
        expect('peer', -share(offer.memberId))
        expect('lead', share(offer.memberId))
        continue
      }
    }
    if (chosen.length === 0) return offers
    for (const one of chosen) {
      if (missing(short.find((seat) => seat.kind === one.kind)!) <= hair) continue
      offers.push(one)
      asked.add(one.memberId)
      expect(one.kind, share(one.memberId))
    }
  }
}
