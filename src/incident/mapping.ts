import { z } from 'zod'
import { affectedRoles, incidentKinds } from './kinds.ts'

/**
 * A mapping names the columns of somebody's export and translates its values, so that a new source needs a
 * JSON file and no code. Two shapes of file are known: one row per affected group (rows of one number are one
 * incident), and one row per dispatched call (calls alike, in one town and close in time, are one incident).
 */

const column = z.string().min(1)
const from = z.strictObject({ column })
/** Left: as the file writes it. Right: as it should read here. */
const values = z.record(z.string(), z.string())

/** Where a fact comes from: a column, perhaps translated, or one value for the whole file. */
const source = z
  .strictObject({
    column: column.optional(),
    values: values.optional(),
    always: z.string().min(1).optional(),
  })
  .refine((given) => (given.column === undefined) !== (given.always === undefined), {
    error: 'give either "column" or "always"',
  })
  .refine((given) => given.values === undefined || given.column !== undefined, {
    error: '"values" translates a column: give "column" too',
  })
export type Source = z.infer<typeof source>

/** As `source`, for facts that come from a closed list: what stands on the right must be in it. */
const listed = (list: readonly string[], what: string) =>
  source.superRefine((given, context) => {
    const right = [
      ...Object.values(given.values ?? {}),
      ...(given.always === undefined ? [] : [given.always]),
    ]
    for (const value of right)
      if (!list.includes(value))
        context.addIssue({ code: 'custom', message: `"${value}" is no ${what}; known: ${list.join(', ')}` })
  })

const overAt = z
  .strictObject({
    column: column.optional(),
    assumedMinutes: z.number().int().min(0).max(100_000).optional(),
  })
  .refine((given) => (given.column === undefined) !== (given.assumedMinutes === undefined), {
    error: 'give either "column" (an empty cell: it still goes on) or "assumedMinutes" after it began',
  })

const common = {
  /** For whoever opens the file. */
  about: z.string().optional(),
  delimiter: z.enum([',', ';', '\t']).default(','),
  /** IANA zone of times written without an offset. */
  zone: z.string().refine(isZone, { error: 'is no IANA time zone, such as "America/New_York"' }),
  /** `iso`: 2026-06-02 14:20, seconds and offset allowed. `us`: 6/2/2026 2:20 PM, or 14:20. */
  times: z.enum(['iso', 'us']).default('iso'),
  number: from,
  occurredAt: from,
  overAt,
  town: source,
  /** LOWER MERION becomes Lower Merion. */
  townTitleCase: z.boolean().default(false),
  /** Values of the town column that are another region's: reported, never imported. */
  outsideTowns: z.array(z.string().min(1)).default([]),
  kind: listed(incidentKinds, 'incident kind'),
}

const perGroup = z.strictObject({
  ...common,
  rows: z.literal('group'),
  agency: source,
  role: listed(affectedRoles, 'role'),
  count: source,
})

const perCall = z.strictObject({
  ...common,
  rows: z.literal('call'),
  /** What was dispatched. Trailing dashes and blanks are dropped, and the service's prefix. */
  nature: from,
  /** Which service a call went to: by how the nature begins, or how a column of its own does. */
  serviceColumn: column.optional(),
  services: z
    .array(
      z.strictObject({
        startsWith: z.string(),
        name: z.string().min(1),
        role: z.enum(affectedRoles),
        /** Exports hold calls, not heads: how many people a service sends is assumed, and said so. */
        assumedCrew: z.number().int().min(1).max(5000),
      }),
    )
    .min(1),
  agencyName: z
    .string()
    .min(1)
    .refine((name) => name.replaceAll('{town}', '').replaceAll('{service}', '').match(/[{}]/) === null, {
      error: 'may hold {town} and {service} and no other braces',
    }),
  /** Counted from the first call. */
  sameIncidentMinutes: z.number().int().min(0).max(1440),
  /** Natures worth a call-back; all others are advice only. */
  mayQualify: z.array(z.string().min(1)),
})

const mapping = z.discriminatedUnion('rows', [perGroup, perCall], {
  error: '"rows" must be "group" (a row per affected group) or "call" (a row per dispatched call)',
})
export type Mapping = z.infer<typeof mapping>
export type GroupMapping = z.infer<typeof perGroup>
export type CallMapping = z.infer<typeof perCall>

export type MappingRead =
  | { readonly ok: true; readonly mapping: Mapping }
  | { readonly ok: false; readonly problems: readonly string[] }

/** A mapping file's text; each problem says where in the file it is. Never throws. */
export function readMapping(text: string): MappingRead {
  let given: unknown
  try {
    given = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return { ok: false, problems: ['The mapping is not JSON. Check its commas, quotes and braces.'] }
  }
  const read = mapping.safeParse(given)
  if (read.success) return { ok: true, mapping: read.data }
  return {
    ok: false,
    problems: read.error.issues.map(
      (issue) => `${issue.path.length === 0 ? 'mapping' : issue.path.join('.')}: ${issue.message}`,
    ),
  }
}

/** Every column a mapping reads. */
export function columnsOf(given: Mapping): string[] {
  const sources =
    given.rows === 'group'
      ? [given.agency.column, given.role.column, given.count.column]
      : [given.nature.column, given.serviceColumn]
  const all = [
    given.number.column,
    given.occurredAt.column,
    given.overAt.column,
    given.town.column,
    given.kind.column,
    ...sources,
  ]
  return [...new Set(all.filter((one) => one !== undefined))]
}

function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
}
