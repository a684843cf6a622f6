export const referralKinds = [
  'clinician',
  'practice',
  'programme',
  'residential',
  'line',
  'chaplaincy',
  'family',
  'legal_finance',
] as const
export const referralCosts = ['free', 'sliding', 'insurance', 'agency_pays'] as const

/** Offered in the forms; assumed, a region may need others. */
export const referralLanguages = ['en', 'es', 'pt', 'ht', 'zh', 'vi'] as const

/** A place to go on to, vetted by the team. Nothing is kept of who was sent there. */
export type NewReferral = {
  readonly name: string
  readonly kind: (typeof referralKinds)[number]
  readonly town: string
  readonly telehealth: boolean
  readonly languages: readonly string[]
  readonly phone: string
  readonly cost: (typeof referralCosts)[number]
  readonly knowsResponders: boolean
}
export type Referral = NewReferral & { readonly id: string; readonly vettedAt: Temporal.Instant }

/** What a listing said on a page; another text means that somebody changed it since. */
export function seenOf(listing: NewReferral): string {
  const { name, kind, town, telehealth, languages, phone, cost, knowsResponders } = listing
  return JSON.stringify([name, kind, town, telehealth, languages, phone, cost, knowsResponders])
}

/** After this many months a listing says that it should be checked again (assumed). */
export const vettedForMonths = 12

export function isStale(vettedAt: Temporal.Instant, now: Temporal.Instant): boolean {
  const until = vettedAt.toZonedDateTimeISO('UTC').add({ months: vettedForMonths }).toInstant()
  return Temporal.Instant.compare(until, now) <= 0
}
