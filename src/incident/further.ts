import { z } from 'zod'
import { type AgencyId, parseId } from '../platform/ids.ts'
import { type AffectedRole, affectedRoles } from './kinds.ts'

/** `unknown`: nobody said. No rule reads it as a no. */
export const told = ['yes', 'no', 'unknown'] as const
export type Told = (typeof told)[number]

/** How close somebody was: there; near it or part of the same call; only by voice, screen or hearsay. */
export const exposures = ['direct', 'indirect', 'remote'] as const
export type Exposure = (typeof exposures)[number]

export const investigations = ['criminal', 'administrative', 'none', 'unknown'] as const
export type Investigation = (typeof investigations)[number]

/** Whether one hour suits them all: the schedules a representative is asked for (PASS call sheet). */
export const shiftPatterns = ['same_shift', 'mixed', 'unknown'] as const
export type ShiftPattern = (typeof shiftPatterns)[number]

/** Hard calls of the same people in the thirty days before; the bands and the span are assumed. */
export const earlierIncidentBands = ['none', 'one', 'two_or_three', 'four_or_more', 'unknown'] as const
export type EarlierIncidents = (typeof earlierIncidentBands)[number]

/** ISO 639: two letters, and `ase` for American Sign Language. The list is assumed; a migration adds to it. */
export const interpreterLanguages = ['es', 'pt', 'ht', 'fr', 'zh', 'vi', 'ar', 'ru', 'ko', 'ase'] as const
export type InterpreterLanguage = (typeof interpreterLanguages)[number]

export const teamWishes = ['woman', 'man'] as const
export type TeamWish = (typeof teamWishes)[number]

/** Facts that are a yes, a no or not known. */
export const toldFacts = [
  'fatalities',
  'childInvolved',
  'memberInjured',
  'memberKilled',
  'firearmDischarged',
  'mediaAttention',
  'statementsCompleted',
  'counselAgreesToGroup',
  'goingStraightBack',
  'restedEnough',
  'supervisorsInvolved',
  'familiesAffected',
  'communityAffected',
  'otherTeamContacted',
  'chaplainWanted',
] as const
export type ToldFact = (typeof toldFacts)[number]

/** The answers a page offers, in their order. */
export const furtherChoices = {
  told,
  exposure: exposures,
  investigation: investigations,
  shiftPattern: shiftPatterns,
  earlierIncidents: earlierIncidentBands,
  interpreterLanguage: interpreterLanguages,
  teamWish: teamWishes,
}

/** So many of one role at one agency were this close. Counts, never names. */
export type ExposedGroup = {
  readonly agencyId: AgencyId
  readonly role: AffectedRole
  readonly exposure: Exposure
  readonly count: number
}

/**
 * What a coordinator learns on the phone, beside the eight facts of a request. It has no place for a name, a
 * symptom or an opinion: intake asks for none of them.
 */
export type FurtherFacts = Readonly<Record<ToldFact, Told>> & {
  readonly exposed: readonly ExposedGroup[]
  readonly investigation: Investigation
  readonly shiftPattern: ShiftPattern
  readonly earlierIncidents: EarlierIncidents
  /** Null: nobody asked for an interpreter. */
  readonly interpreterLanguage: InterpreterLanguage | null
  /** Whom they would like to have on the team; weighed, never decisive. Null: nobody wished for it. */
  readonly teamWish: TeamWish | null
}

/** Before anybody spoke to the agency. */
export const nothingFurtherKnown: FurtherFacts = {
  fatalities: 'unknown',
  childInvolved: 'unknown',
  memberInjured: 'unknown',
  memberKilled: 'unknown',
  firearmDischarged: 'unknown',
  mediaAttention: 'unknown',
  statementsCompleted: 'unknown',
  counselAgreesToGroup: 'unknown',
  goingStraightBack: 'unknown',
  restedEnough: 'unknown',
  supervisorsInvolved: 'unknown',
  familiesAffected: 'unknown',
  communityAffected: 'unknown',
  otherTeamContacted: 'unknown',
  chaplainWanted: 'unknown',
  exposed: [],
  investigation: 'unknown',
  shiftPattern: 'unknown',
  earlierIncidents: 'unknown',
  interpreterLanguage: null,
  teamWish: null,
}

const answer = z.enum(told)
const exposedGroup = z.strictObject({
  agencyId: z.custom<AgencyId>((value) => typeof value === 'string' && parseId(value) !== null),
  role: z.enum(affectedRoles),
  exposure: z.enum(exposures),
  count: z.int().min(1).max(5000),
})

/** Codes and counts. Anything more, a sentence above all, is refused. */
export const furtherFacts = z.strictObject({
  fatalities: answer,
  childInvolved: answer,
  memberInjured: answer,
  memberKilled: answer,
  firearmDischarged: answer,
  mediaAttention: answer,
  statementsCompleted: answer,
  counselAgreesToGroup: answer,
  goingStraightBack: answer,
  restedEnough: answer,
  supervisorsInvolved: answer,
  familiesAffected: answer,
  communityAffected: answer,
  otherTeamContacted: answer,
  chaplainWanted: answer,
  exposed: z.array(exposedGroup).refine(eachOnce),
  investigation: z.enum(investigations),
  shiftPattern: z.enum(shiftPatterns),
  earlierIncidents: z.enum(earlierIncidentBands),
  interpreterLanguage: z.enum(interpreterLanguages).nullable(),
  teamWish: z.enum(teamWishes).nullable(),
}) satisfies z.ZodType<FurtherFacts>

function eachOnce(exposed: readonly Omit<ExposedGroup, 'count'>[]): boolean {
  const keys = exposed.map((one) => `${one.agencyId} ${one.role} ${one.exposure}`)
  return new Set(keys).size === keys.length
}
