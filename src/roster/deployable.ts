import type { MemberRole } from './role.ts'

export type Credential = {
  readonly kind: string
  readonly issuedOn: Temporal.PlainDate
  readonly expiresOn: Temporal.PlainDate
}

/** What a member has on file. Whether that is enough depends on the day that is asked about. */
export type Standing = {
  readonly role: MemberRole
  readonly credentials: readonly Credential[]
  readonly agreements: readonly {
    readonly signedOn: Temporal.PlainDate
    readonly renewBy: Temporal.PlainDate
  }[]
  readonly designations: readonly {
    readonly designatedOn: Temporal.PlainDate
    readonly endedOn: Temporal.PlainDate | null
  }[]
  readonly suspended: boolean
}

export type Missing = 'certificate' | 'license' | 'chaplaincy' | 'agreement' | 'designation' | 'standing'

export type Deployability = {
  readonly deployable: boolean
  /** What is missing, in the order it should be put right. */
  readonly missing: readonly Missing[]
  /** Last day on which everything is still there; null while something is missing. */
  readonly until: Temporal.PlainDate | null
}

/**
 * Certificates by role. Both core courses for everybody who deploys (source: ICISF team membership terms);
 * a mental health professional is licensed besides; a chaplain has a chaplain's standing besides.
 */
const certificates: Record<MemberRole, readonly { readonly kind: string; readonly missing: Missing }[]> = {
  peer: [
    { kind: 'AIC', missing: 'certificate' },
    { kind: 'GCI', missing: 'certificate' },
  ],
  mhp: [
    { kind: 'license', missing: 'license' },
    { kind: 'GCI', missing: 'certificate' },
  ],
  chaplain: [
    { kind: 'chaplain', missing: 'chaplaincy' },
    { kind: 'AIC', missing: 'certificate' },
  ],
}

/** All gates green on that day, in the region's calendar. Expiry days themselves are no longer covered. */
export function deployableOn(standing: Standing, day: Temporal.PlainDate): Deployability {
  const missing = new Set<Missing>()
  const lasts: Temporal.PlainDate[] = []
  const before = Temporal.PlainDate.compare

  for (const needed of certificates[standing.role]) {
    const valid = standing.credentials
      .filter(
        (one) => one.kind === needed.kind && before(one.issuedOn, day) <= 0 && before(day, one.expiresOn) < 0,
      )
      .map((one) => one.expiresOn)
    keepLatest(valid, lasts, () => missing.add(needed.missing))
  }
  const agreements = standing.agreements
    .filter((one) => before(one.signedOn, day) <= 0 && before(day, one.renewBy) < 0)
    .map((one) => one.renewBy)
  keepLatest(agreements, lasts, () => missing.add('agreement'))
  // Several states protect only a peer whom the agency designated beforehand (for example RCW 5.60.060).
  if (standing.role === 'peer') {
    const named = standing.designations.some(
      (one) => before(one.designatedOn, day) <= 0 && (one.endedOn === null || before(day, one.endedOn) < 0),
    )
    if (!named) missing.add('designation')
  }
  if (standing.suspended) missing.add('standing')

  if (missing.size > 0) return { deployable: false, missing: [...missing], until: null }
  const soonest = lasts.sort(before)[0]
  return {
    deployable: true,
    missing: [],
    until: soonest === undefined ? null : soonest.subtract({ days: 1 }),
  }
}

function keepLatest(valid: Temporal.PlainDate[], lasts: Temporal.PlainDate[], none: () => void): void {
  const latest = valid.sort(Temporal.PlainDate.compare).at(-1)
  if (latest === undefined) none()
  else lasts.push(latest)
}

/**
 * Leading needs the group course held for a while: one year by default.
 * Source: general knowledge of the field, assumed number.
 */
export function canLeadOn(standing: Standing, day: Temporal.PlainDate): boolean {
  if (standing.role !== 'peer') return false
  return standing.credentials.some(
    (one) => one.kind === 'GCI' && Temporal.PlainDate.compare(one.issuedOn.add({ years: 1 }), day) <= 0,
  )
}
