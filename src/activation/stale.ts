/** So long after its hour has gone by, that something ended is news to nobody (assumed). */
export const newsHours = 24

/**
 * A worker that was down comes back to messages that were on their way when it stopped. One whose moment is over is not sent:
 * the page it would have opened says how it ended, and an old alarm teaches people to pass over the next one.
 */
export function isOver(until: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, until) >= 0
}
