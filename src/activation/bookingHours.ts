/** By the region's clock, hours in which a text about a booking may make a phone sound (assumed). */
const day = { from: 8, until: 20 }

/** Now by day, else the next morning: what lies days ahead wakes nobody. */
export function byDay(now: Temporal.Instant, timeZone: string): Temporal.Instant {
  const here = now.toZonedDateTimeISO(timeZone)
  if (here.hour >= day.from && here.hour < day.until) return now
  const morning = here.hour < day.from ? here.toPlainDate() : here.toPlainDate().add({ days: 1 })
  return morning.toZonedDateTime({ timeZone, plainTime: { hour: day.from } }).toInstant()
}

/** The sooner of the two: nobody is asked for an answer after the session has begun. */
export function notAfter(at: Temporal.Instant, latest: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(at, latest) < 0 ? at : latest
}
