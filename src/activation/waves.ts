import type { SeatKind } from '../incident/index.ts'
import type { MemberId } from '../platform/ids.ts'
import { type Call, type Chosen, compose, type Solve } from './compose.ts'

export type WaveOffer = Chosen
export type Pending = { readonly memberId: MemberId; readonly kind: SeatKind; readonly likelihood: number }

/** Sums of shares such as 0.4 miss their whole number by a hair. */
const hair = 1e-9

/**
 * Who is asked together: the fewest whose expected yeses, with those still pending, reach the open seats. The
 * best team is asked first, then the best team of those left, and so on. Empty when nobody is left to ask.
 */
export async function planWave(call: Call, pending: readonly Pending[], solve: Solve): Promise<WaveOffer[]> {
  const likelihood = new Map(call.candidates.map((one) => [one.memberId, one.likelihood]))
  const expected = new Map<SeatKind, number>()
  const expect = (kind: SeatKind, share: number) => expected.set(kind, (expected.get(kind) ?? 0) + share)
  for (const one of pending) expect(one.kind, one.likelihood)

  const offers: WaveOffer[] = []
  const asked = new Set(pending.map((one) => one.memberId))
  for (;;) {
    const short = call.seats.filter((seat) => (expected.get(seat.kind) ?? 0) + hair < seat.count)
    if (short.length === 0) return offers
    const left = call.candidates.filter((one) => !asked.has(one.memberId))
    const { chosen } = await compose({ ...call, seats: short, candidates: left }, solve)
    if (chosen.length === 0) return offers
    for (const one of chosen) {
      const seats = short.find((seat) => seat.kind === one.kind)!.count
      if ((expected.get(one.kind) ?? 0) + hair >= seats) continue
      offers.push(one)
      asked.add(one.memberId)
      expect(one.kind, likelihood.get(one.memberId)!)
    }
  }
}
