/** Where things stand on the bar of a time window. Percent of its width, one decimal. */
export type WindowTimes = {
  readonly opens: Temporal.Instant
  readonly idealUntil: Temporal.Instant
  readonly closes: Temporal.Instant
  readonly now: Temporal.Instant
  readonly session?: { readonly starts: Temporal.Instant; readonly ends: Temporal.Instant } | undefined
}

export type WindowScale = {
  readonly opens: number
  readonly idealUntil: number
  readonly closes: number
  readonly now: number
  readonly session: { readonly from: number; readonly width: number } | null
}

/** Room kept free on each side, so that a marker at the edge and its label stay inside. */
const margin = 6
/** A short session in a window of days would be thinner than a hair. */
const thinnest = 1.2

/** The bar reaches from the earliest to the latest of all that it shows. */
export function windowScale({ opens, idealUntil, closes, now, session }: WindowTimes): WindowScale {
  const shown = [opens, closes, now, ...(session ? [session.starts, session.ends] : [])].map(
    (instant) => instant.epochMilliseconds,
  )
  const from = Math.min(...shown)
  const span = Math.max(...shown) - from || 1
  const at = (instant: Temporal.Instant) =>
    Math.round(10 * (margin + ((100 - 2 * margin) * (instant.epochMilliseconds - from)) / span)) / 10
  const wide = (starts: number, ends: number) => Math.max(thinnest, Math.round(10 * (ends - starts)) / 10)
  return {
    opens: at(opens),
    idealUntil: at(idealUntil),
    closes: at(closes),
    now: at(now),
    session: session ? { from: at(session.starts), width: wide(at(session.starts), at(session.ends)) } : null,
  }
}

export type PlacedLabel = { readonly text: string; readonly at: number; readonly lane: number }

/** Percent of the bar that one letter takes when labels are shown at all: 13 px type on at least 800 px. */
const letter = 0.95

/** Labels centred over their marks, kept inside, on the first lane where they touch no other. */
export function placeLabels(labels: readonly { text: string; at: number }[]): PlacedLabel[] {
  const ends: number[] = []
  return labels
    .toSorted((a, b) => a.at - b.at)
    .map(({ text, at }) => {
      const half = (text.length * letter) / 2
      const centre = Math.round(10 * Math.min(Math.max(at, half), 100 - half)) / 10
      const free = ends.findIndex((end) => end <= centre - half)
      const lane = free === -1 ? ends.length : free
      ends[lane] = centre + half + letter
      return { text, at: centre, lane }
    })
}
