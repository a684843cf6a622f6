import type { PhoneProvider } from './phone.ts'

/** How the last minutes went with one provider. */
export type Recent = { readonly provider: string; readonly failed: boolean }

/** How often one that may have taken a message is asked about it before another one is (decision record 12). */
export const triesOfUnknown = 2

/**
 * Whom to try, in order. One that may have taken the message already comes first: it knows its key. Then those that
 * answered lately, then those that did not; else as the operator listed them.
 */
export function providerOrder(
  providers: readonly PhoneProvider[],
  recent: readonly Recent[],
  unknownOutcomeAt: string | null,
): readonly PhoneProvider[] {
  const failing = new Set(recent.filter((one) => one.failed).map((one) => one.provider))
  const rank = (one: PhoneProvider) => (one.name === unknownOutcomeAt ? 0 : failing.has(one.name) ? 2 : 1)
  return [...providers].sort((one, other) => rank(one) - rank(other))
}
