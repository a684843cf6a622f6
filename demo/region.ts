import { z } from 'zod'
import { disciplines, type Policy } from '../src/region/index.ts'

/** How a `region.json` reads. Names with a word after the town are invented or derived, never a real department's. */
const agency = z.strictObject({
  name: z.string().min(1),
  town: z.string().min(1),
  state: z.string().regex(/^[A-Z]{2}$/),
  discipline: z.enum(disciplines),
  /** Degrees north and east; null where the source leaves places out. */
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
})
export type DemoAgency = z.infer<typeof agency>

/** One agency for each town and service that occur together in a file of calls. */
const agencyRule = z.strictObject({
  file: z.string(),
  townColumn: z.string(),
  serviceColumn: z.string(),
  /** Holds {town} and {service}: a label for whoever answers that service there, never a department's own name. */
  agencyName: z.string(),
  services: z.array(
    z.strictObject({ prefix: z.string(), service: z.string(), discipline: z.enum(disciplines) }),
  ),
  /** Values of the town column that are somebody else's county: reported, never an agency. */
  outside: z.array(z.string()),
})
export type AgencyRule = z.infer<typeof agencyRule>

const fields = {
  slug: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  name: z.string().min(1),
  state: z.string().regex(/^[A-Z]{2}$/),
  timeZone: z.string().min(1),
  teamPhone: z.string().min(1),
  /** Laid over the default policy; the shape is the region's, checked there. */
  policy: z.record(z.string(), z.unknown()).transform((given) => given as Partial<Policy>),
  /** Assumed: days from signing to renewal, for every member's agreement. */
  agreementValidDays: z.number().int().positive(),
}

/** A region lists its agencies, or says how they follow from its calls. */
export const regionFile = z.union([
  z.strictObject({ ...fields, agencies: z.array(agency).min(1) }),
  z.strictObject({ ...fields, agencyRule }),
])
export type RegionFile = z.infer<typeof regionFile>

/** `LOWER MERION` as people write it. */
export function titleCase(town: string): string {
  return town.toLowerCase().replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase())
}

/** The agencies a file of calls implies, by name; rows of other counties and unknown services imply none. */
export function agenciesByRule(
  rule: AgencyRule,
  rows: readonly Readonly<Record<string, string>>[],
  state: string,
): DemoAgency[] {
  const found = new Map<string, DemoAgency>()
  for (const row of rows) {
    const place = row[rule.townColumn] ?? ''
    const service = rule.services.find((one) => row[rule.serviceColumn]?.startsWith(one.prefix))
    if (place === '' || service === undefined || rule.outside.includes(place)) continue
    const town = titleCase(place)
    const name = rule.agencyName.replace('{town}', town).replace('{service}', service.service)
    found.set(name, { name, town, state, discipline: service.discipline, latitude: null, longitude: null })
  }
  return [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1))
}
