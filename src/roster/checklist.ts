import { sameIssuer } from '../region/index.ts'
import type { Missing, Requirements } from './requirements.ts'
import type { Credential, Standing } from './standing.ts'

/** One condition of going, as it stands on a day. */
export type Gate = {
  readonly code: Missing
  /** Kinds of certificate, or issuers, that the gate asks for; empty where its code says it all. */
  readonly of: readonly string[]
  /** `advised`: not there, and only recommended. `lapses_soon` still holds. */
  readonly state: 'ok' | 'lapses_soon' | 'missing' | 'advised' | 'not_needed'
  /** Whether going depends on it. */
  readonly needed: boolean
  /** Last day on which it holds; null when nothing ends it, or when it does not hold. */
  readonly until: Temporal.PlainDate | null
  /** The public text it comes from, or that it is assumed. */
  readonly source: string
}

type Day = Temporal.PlainDate
type Span = { readonly from: Day; readonly to: Day | null }
const compare = Temporal.PlainDate.compare

/** Every gate on that day, in the order they should be put right. The one rule on who may go. */
export function checklist(standing: Standing, day: Day, requirements: Requirements): readonly Gate[] {
  const { role, credentials } = standing
  const gate = (
    code: Missing,
    state: Gate['state'],
    until: Day | null,
    of: readonly string[] = [],
  ): Gate => ({
    code,
    of,
    state,
    needed: state !== 'not_needed',
    until,
    source: requirements.sources[code],
  })
  /** Holds while one of the spans does. */
  const within = (code: Missing, spans: readonly Span[], of: readonly string[] = []) => {
    const held = spans.filter((span) => covers(span, day))
    if (held.length === 0) return gate(code, 'missing', null, of)
    return gate(code, 'ok', lastDay(held), of)
  }
  /** The same for papers, of which it is said early that they run out. */
  const soonUntil = day.add({ days: requirements.lapsesSoonDays })
  const onPaper = (code: Missing, spans: readonly Span[], of: readonly string[] = []): Gate => {
    const found = within(code, spans, of)
    const soon = found.until !== null && compare(found.until, soonUntil) < 0
    return soon ? { ...found, state: 'lapses_soon' } : found
  }
  /** Holds while none of the spans does. */
  const outside = (code: Missing, spans: readonly Span[]) => {
    if (spans.some((span) => covers(span, day))) return gate(code, 'missing', null)
    const next = spans
      .map((span) => span.from)
      .filter((from) => compare(day, from) < 0)
      .sort(compare)[0]
    return gate(code, 'ok', next?.subtract({ days: 1 }) ?? null)
  }
  const stateCertificate = (): Gate => {
    const issuers = requirements.certifiedBy
    if (role !== 'peer' || issuers === null) return gate('state_certificate', 'not_needed', null)
    const theirs = credentials.filter((one) => issuers.some((name) => sameIssuer(name, one.issuer)))
    return onPaper('state_certificate', theirs.map(validity), issuers)
  }
  const designation = (): Gate => {
    if (role !== 'peer') return gate('designation', 'not_needed', null)
    const found = within(
      'designation',
      standing.designations.map((one) => ({ from: one.designatedOn, to: one.endedOn })),
    )
    if (requirements.designation === 'required') return found
    return { ...found, needed: false, state: found.state === 'missing' ? 'advised' : found.state }
  }

  return [
    within(
      'selection',
      standing.selections.map((one) => ({ from: one.selectedOn, to: one.deselectedOn })),
    ),
    ...requirements.certificates[role].map((kind) =>
      onPaper(codeOf(kind), credentials.filter((one) => one.kind === kind).map(validity), [kind]),
    ),
    stateCertificate(),
    onPaper(
      'agreement',
      standing.agreements.map((one) => ({ from: one.signedOn, to: one.renewBy })),
    ),
    designation(),
    outside(
      'standing',
      standing.suspensions.map((one) => ({ from: one.suspendedOn, to: one.reinstatedOn })),
    ),
    outside(
      'leave',
      standing.leaves.map((one) => ({ from: one.startsOn, to: one.endsOn })),
    ),
  ]
}

function codeOf(kind: string): Missing {
  if (kind === 'license') return 'license'
  return kind === 'chaplain' ? 'chaplaincy' : 'certificate'
}

function validity(one: Credential): Span {
  return { from: one.issuedOn, to: one.expiresOn }
}

function covers({ from, to }: Span, day: Day): boolean {
  return compare(from, day) <= 0 && (to === null || compare(day, to) < 0)
}

/** Of whatever lasts longest; null when one of them has no end. */
function lastDay(spans: readonly Span[]): Day | null {
  const ends = spans.map((span) => span.to)
  if (ends.includes(null)) return null
  const last = (ends as Day[]).reduce((late, end) => (compare(late, end) < 0 ? end : late))
  return last.subtract({ days: 1 })
}
