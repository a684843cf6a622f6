import type { AnswerChoice } from './answerChoices.ts'

/** What a reply by text means; `unread`: nobody can tell. */
export type TextAnswer =
  | {
      readonly choice: AnswerChoice
      readonly fromAt: Temporal.Instant | null
    }
  | 'unread'

/**
 * "1" yes and not involved, "2" not this time, "3" if my shift lets me, "1 18:30" yes from then. A time is the next
 * one on the region's clock, and one of the last quarter of an hour is now; "6:30pm", "1830" and "18.30" are times too.
 * "6:30" is whichever of the two comes first, "06:30" the morning.
 */
export function readTextAnswer(typed: string, now: Temporal.Instant, timeZone: string): TextAnswer {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/[.!]+$/, '')
  if (/^(1|yes|y|si|sí)$/.test(text)) return { choice: 'coming', fromAt: null }
  if (/^(2|no|n)$/.test(text)) return { choice: 'not_this_time', fromAt: null }
  if (text === '3') return { choice: 'if_released', fromAt: null }
  const found = /^1\s+(\d{1,2})[:.]?(\d{2})?\s*(am|pm|a|p)?$/.exec(text)
  if (found === null) return 'unread'
  const [, hourTyped, minuteTyped = '00', half] = found
  // "1 6" could be six in the morning or in the evening.
  if (found[2] === undefined && half === undefined) return 'unread'
  const typedHour = Number(hourTyped)
  const minute = Number(minuteTyped)
  const twelve = typedHour >= 1 && typedHour <= 12
  if (typedHour > 23 || minute > 59 || (half !== undefined && !twelve)) return 'unread'
  const halves = [typedHour % 12, (typedHour % 12) + 12]
  const hours =
    half !== undefined
      ? [halves[half.startsWith('p') ? 1 : 0]!]
      : twelve && !hourTyped!.startsWith('0')
        ? halves
        : [typedHour]
  return { choice: 'coming_from', fromAt: soonest(hours, minute, now, timeZone) }
}

/** How long a time may have gone by and still mean now (assumed): people round, and type slowly. */
const justNow = { minutes: 15 }

/** The next moment at which the clock on the wall says one of these; an hour that comes twice in autumn counts twice. */
function soonest(
  hours: readonly number[],
  minute: number,
  now: Temporal.Instant,
  timeZone: string,
): Temporal.Instant {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate()
  const moments = [0, 1, 2].flatMap((days) =>
    hours.flatMap((hour) =>
      (['compatible', 'later'] as const).map((disambiguation) =>
        today
          .add({ days })
          .toPlainDateTime({ hour, minute })
          .toZonedDateTime(timeZone, { disambiguation })
          .toInstant(),
      ),
    ),
  )
  const next = moments
    .filter((at) => Temporal.Instant.compare(at, now.subtract(justNow)) >= 0)
    .sort(Temporal.Instant.compare)[0]!
  return Temporal.Instant.compare(next, now) < 0 ? now : next
}
