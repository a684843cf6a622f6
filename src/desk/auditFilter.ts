import { type ActKind, actKinds } from '../audit/index.ts'

export type AuditFilter = {
  readonly kind: ActKind | null
  /** Whole days where the region is; both count. */
  readonly from: Temporal.PlainDate | null
  readonly until: Temporal.PlainDate | null
  /** Only what is older than this entry; null: the newest. */
  readonly before: number | null
  /** Every link is walked, and not only the newest. */
  readonly whole: boolean
}

/** What an address asks for; what means nothing is left out. */
export function readAuditFilter(query: Readonly<Record<string, string>>): AuditFilter {
  return {
    kind: actKinds.find((one) => one === query.kind) ?? null,
    from: readDay(query.from),
    until: readDay(query.until),
    before: readNumber(query.before),
    whole: query.check === 'all',
  }
}

/** The same list from another entry on, as an address has it. */
export function auditQuery({ kind, from, until }: AuditFilter, before: number | null): string {
  const asked = { kind, from, until, before }
  const given = Object.entries(asked).flatMap(([key, value]) =>
    value === null ? [] : [[key, String(value)]],
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

/** When the days asked for begin and end. */
export function periodOf({ from, until }: AuditFilter, timeZone: string) {
  return {
    from: from?.toZonedDateTime(timeZone).toInstant() ?? null,
    until: until?.add({ days: 1 }).toZonedDateTime(timeZone).toInstant() ?? null,
  }
}

function readDay(text: string | undefined): Temporal.PlainDate | null {
  if (text === undefined || !/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return null
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    return null
  }
}

function readNumber(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,11}$/.test(text) ? Number(text) : null
}
