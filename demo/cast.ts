import { z } from 'zod'
import { disciplines } from '../src/region/index.ts'
import { memberRoles, rankBands } from '../src/roster/index.ts'

/**
 * How a `members.json` reads: one cast for tests and demonstration, every person in it fictional. Days are
 * counted back from the day on which the cast is loaded, so that standing never depends on the calendar.
 */
const days = z.number().int().positive()

/** Every week in the region's zone: from that local time, that many hours. 1 is Monday (ISO 8601). */
const weekly = z.strictObject({
  weekdays: z.array(z.number().int().min(1).max(7)).min(1),
  from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  hours: z.number().int().min(1).max(24),
})
export type Weekly = z.infer<typeof weekly>

const credential = z.strictObject({
  kind: z.enum(['AIC', 'GCI', 'license', 'chaplain']),
  issuer: z.string().min(1),
  number: z.string().min(1),
  issuedDaysAgo: days,
  validDays: days,
})

const member = z.strictObject({
  key: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  name: z.string().regex(/^[A-Z][a-z]+ [A-Z]\.$/),
  email: z.email(),
  /** Null for mental health professionals and chaplains. */
  agency: z.string().nullable(),
  role: z.enum(memberRoles),
  rankBand: z.enum(rankBands),
  disciplines: z.array(z.enum(disciplines)).min(1),
  languages: z.array(z.enum(['en', 'es', 'pt', 'ht'])).min(1),
  town: z.string().min(1),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  phone: z.null(),
  credentials: z.array(credential),
  agreementSignedDaysAgo: days.nullable(),
  designationDaysAgo: days.nullable(),
  onCall: weekly.nullable(),
  unavailability: weekly.nullable(),
  standing: z.enum(['active', 'suspended']),
})
export type DemoMember = z.infer<typeof member>

const account = z.strictObject({
  key: z.string(),
  name: z.string(),
  email: z.email(),
  role: z.enum(['duty_coordinator', 'clinical_director']),
})
export type DemoAccount = z.infer<typeof account>

export const castFile = z.strictObject({ accounts: z.array(account), members: z.array(member) })
export type Cast = z.infer<typeof castFile>
