/** Hours that a second administrator may take. */
export const openHours = 24

/**
 * Hours that the person has to object before anybody may agree. Two administrators who press one after the other would
 * leave a mail nobody has read yet; whoever waits for new keys waits this long. The table (recovery_after_wait) and the
 * words of the page say it as well.
 */
export const objectionHours = 1

/** From when a recovery that was begun then may be agreed to. */
export function agreeableFrom(startedAt: Temporal.Instant): Temporal.Instant {
  return startedAt.add({ hours: objectionHours })
}
