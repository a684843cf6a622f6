import { z } from 'zod'
import { job } from '../platform/jobs.ts'

/** What is too old goes, in every region. */
export const sweep = job('retention.sweep', z.object({}))

/** Three or four in the morning in the east of the country, midnight in the west. */
const hourUtc = 8

/** When it runs next; the day is part of the job's key, so that each has one. */
export function nextSweep(now: Temporal.Instant): {
  readonly day: Temporal.PlainDate
  readonly at: Temporal.Instant
} {
  const today = now.toZonedDateTimeISO('UTC').startOfDay().add({ hours: hourUtc })
  const at = Temporal.Instant.compare(today.toInstant(), now) > 0 ? today : today.add({ days: 1 })
  return { day: at.toPlainDate(), at: at.toInstant() }
}
