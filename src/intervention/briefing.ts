export const dressCodes = ['plain', 'team_shirt', 'uniform'] as const
export const weaponRules = ['none', 'secured', 'as_host_says'] as const

/** What a team needs to know before it goes in; short, and about the place alone. */
export type Briefing = {
  readonly meetingPoint: string
  readonly parking: string
  readonly dress: (typeof dressCodes)[number]
  readonly weapons: (typeof weaponRules)[number]
}

/** As it stands, with when it was written and whether it replaced another one. */
export type BriefingNow = Briefing & { readonly at: Temporal.Instant; readonly changed: boolean }
