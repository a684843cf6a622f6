import type { Standing } from './standing.ts'

/** How somebody said that a message reached them: behind its link, by a text, by a key. */
export type DrillAnswer = 'link' | 'text' | 'call'

/** The one word that a drill's text asks for. */
export function isDrillWord(text: string): boolean {
  return /^ok(ay)?[.!]*$/i.test(text.trim())
}

/** What a drill's message is called on the wire: one a line, whichever way it goes. */
export const drillKey = (lineId: string) => `drill.${lineId}`

/** By the clock of the region: nobody is woken for a test, and whoever is silent can still be telephoned that day. */
const daytime = { from: 10, until: 18 }

/** The day on which the next drill is due. */
export function drillDay(last: Temporal.Instant, everyDays: number, timeZone: string): Temporal.PlainDate {
  return last.toZonedDateTimeISO(timeZone).toPlainDate().add({ days: everyDays })
}

/**
 * When a drill that is due on `day` may begin: at ten in the morning; at once where that was missed, but never at
 * night.
 */
export function drillBegins(
  day: Temporal.PlainDate,
  now: Temporal.Instant,
  timeZone: string,
): Temporal.Instant {
  const tenOn = (date: Temporal.PlainDate) =>
    date.toZonedDateTime({ timeZone, plainTime: { hour: daytime.from } }).toInstant()
  if (Temporal.Instant.compare(now, tenOn(day)) < 0) return tenOn(day)
  const here = now.toZonedDateTimeISO(timeZone)
  if (here.hour < daytime.from) return tenOn(here.toPlainDate())
  return here.hour < daytime.until ? now : tenOn(here.toPlainDate().add({ days: 1 }))
}

/** Whoever is on the team that day; somebody on leave is left in peace. */
export function isDrilled(standing: Standing, day: Temporal.PlainDate): boolean {
  const holds = (from: Temporal.PlainDate, until: Temporal.PlainDate | null) =>
    Temporal.PlainDate.compare(from, day) <= 0 &&
    (until === null || Temporal.PlainDate.compare(day, until) < 0)
  return (
    standing.selections.some((one) => holds(one.selectedOn, one.deselectedOn)) &&
    !standing.leaves.some((one) => holds(one.startsOn, one.endsOn))
  )
}
