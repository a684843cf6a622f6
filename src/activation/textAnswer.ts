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
 * one on the region's clock; "6:30pm", "1830" and "18.30" are times too.
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
  const half12 = half !== undefined
  const hour = half12 ? (Number(hourTyped) % 12) + (half!.startsWith('p') ? 12 : 0) : Number(hourTyped)
  const minute = Number(minuteTyped)
  if (hour > 23 || minute > 59 || (half12 && (Number(hourTyped) < 1 || Number(hourTyped) > 12)))
    return 'unread'
  const here = now.toZonedDateTimeISO(timeZone)
  const today = here.toPlainDate().toZonedDateTime({ timeZone, plainTime: { hour, minute } })
  const next = Temporal.ZonedDateTime.compare(today, here) > 0 ? today : today.add({ days: 1 })
  return { choice: 'coming_from', fromAt: next.toInstant() }
}
