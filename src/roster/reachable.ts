/** What is known of how one person is reached. */
export type ReachFacts = {
  /** Of the last drill that is over: when it asked them; null: it did not, or nothing of it left the house. */
  readonly askedAt: Temporal.Instant | null
  /** When they last answered anything, to a drill or else. */
  readonly heardAt: Temporal.Instant | null
  /** When a mail system last refused their address; null: it took what was sent last. */
  readonly mailRefusedAt: Temporal.Instant | null
  /** When another address was last written down. */
  readonly addressChangedAt: Temporal.Instant | null
  readonly phoneProven: boolean
}

/**
 * Nobody reaches them: they were silent on every way through a whole drill, or there is no way left. It says something of
 * addresses and numbers and nothing of willingness: what they answered, and how often, is not looked at, and any
 * sign of life ends it.
 */
export function isUnreachable(facts: ReachFacts): boolean {
  const { askedAt, heardAt, mailRefusedAt, addressChangedAt, phoneProven } = facts
  if (askedAt !== null && !isSince(heardAt, askedAt)) return true
  if (phoneProven || mailRefusedAt === null) return false
  return !isSince(heardAt, mailRefusedAt) && !isSince(addressChangedAt, mailRefusedAt)
}

function isSince(one: Temporal.Instant | null, other: Temporal.Instant): boolean {
  return one !== null && Temporal.Instant.compare(one, other) >= 0
}
