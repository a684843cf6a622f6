/** People answering by a seeded model, for the replay: assumed, printed with every run, the same each time. */
export type AnswerModel = {
  readonly seed: string
  /** Share of offers answered with a yes. */
  readonly accept: number
  /** Half of the answers come within this many minutes. */
  readonly medianMinutes: number
  /** Share of members who turn out to have a conflict nobody could know of. */
  readonly conflict: number
}

export const answerModel: AnswerModel = { seed: 'tailboard-1', accept: 0.4, medianMinutes: 8, conflict: 0.03 }

export type ModelAnswer = { readonly minutes: number; readonly conflict: boolean; readonly comes: boolean }

/** One seed per person and incident, so the order in which people are asked changes nobody's answer. */
export function modelAnswer(model: AnswerModel, person: string, incident: string): ModelAnswer {
  const draw = seeded(`${model.seed}|${person}|${incident}`)
  const conflict = draw() < model.conflict
  const comes = draw() < model.accept
  // Exponential waiting time with the given median.
  const minutes = (-Math.log(1 - draw()) * model.medianMinutes) / Math.LN2
  return { minutes: Math.max(0.5, minutes), conflict, comes }
}

/** Numbers in [0, 1) from a text: FNV-1a into a 32-bit mixing step. Repeatable, not for secrets. */
export function seeded(text: string): () => number {
  let state = 0x811c9dc5
  for (const character of text) state = Math.imul(state ^ character.codePointAt(0)!, 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** One seat as it was filled, with what an independent check needs; times in milliseconds. */
export type SeatTaken = {
  readonly member: string
  readonly agency: string | null
  readonly affected: readonly string[]
  readonly deployable: boolean
  readonly conflicted: boolean
  readonly startsAt: number
  readonly endsAt: number
}

/**
 * Seats that should never have been filled so: somebody of an affected agency, somebody not deployable then,
 * somebody in two places at once, somebody with a conflict. Written apart from the rules that compose.
 */
export function violationsOf(seats: readonly SeatTaken[]): number {
  return seats.filter((seat, index) => {
    const twice = seats.some(
      (other, at) =>
        at < index &&
        other.member === seat.member &&
        other.startsAt < seat.endsAt &&
        other.endsAt > seat.startsAt,
    )
    return (
      (seat.agency !== null && seat.affected.includes(seat.agency)) ||
      !seat.deployable ||
      seat.conflicted ||
      twice
    )
  }).length
}
