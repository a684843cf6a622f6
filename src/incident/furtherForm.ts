import type { AgencyId } from '../platform/ids.ts'
import {
  type ExposedGroup,
  type Exposure,
  earlierIncidentBands,
  exposures,
  type FurtherFacts,
  interpreterLanguages,
  investigations,
  shiftPatterns,
  type ToldFact,
  teamWishes,
  told,
  toldFacts,
} from './further.ts'
import type { AffectedRole } from './kinds.ts'

type Fields = Readonly<Record<string, string>>
type Group = { readonly agencyId: AgencyId; readonly role: AffectedRole }

/** `not_a_choice`: none of the answers offered; `no_count`: not a whole number from 1 to 5000. */
export type FurtherFault = 'not_a_choice' | 'no_count'
export type FurtherRead =
  | { readonly ok: true; readonly facts: FurtherFacts }
  | {
      readonly ok: false
      readonly errors: readonly { readonly field: string; readonly fault: FurtherFault }[]
      /** As it was typed, to show again. */
      readonly typed: Fields
    }

/** The field with how many of a group were this close. */
export function exposedField({ agencyId, role }: Group, exposure: Exposure): string {
  return `exposed_${agencyId}_${role}_${exposure}`
}

/**
 * The second page of facts as typed, for the groups the incident has. What was left open is not known; what
 * the form does not ask is not read. Every mistake is told at once, at its field.
 */
export function readFurther(fields: Fields, groups: readonly Group[]): FurtherRead {
  const errors: { field: string; fault: FurtherFault }[] = []
  const choice = <Code extends string>(field: string, codes: readonly Code[], open: Code): Code => {
    const typed = fields[field] ?? ''
    if (typed === '') return open
    const code = codes.find((one) => one === typed)
    if (code === undefined) errors.push({ field, fault: 'not_a_choice' })
    return code ?? open
  }
  const answers = Object.fromEntries(
    toldFacts.map((fact) => [fact, choice(fact, told, 'unknown')]),
  ) as Record<ToldFact, (typeof told)[number]>
  const language = choice('interpreterLanguage', ['none', ...interpreterLanguages] as const, 'none')
  const wish = choice('teamWish', ['none', ...teamWishes] as const, 'none')
  const facts: FurtherFacts = {
    ...answers,
    investigation: choice('investigation', investigations, 'unknown'),
    shiftPattern: choice('shiftPattern', shiftPatterns, 'unknown'),
    earlierIncidents: choice('earlierIncidents', earlierIncidentBands, 'unknown'),
    interpreterLanguage: language === 'none' ? null : language,
    teamWish: wish === 'none' ? null : wish,
    exposed: groups.flatMap((group) =>
      exposures.flatMap((exposure): ExposedGroup[] => {
        const field = exposedField(group, exposure)
        const typed = fields[field] ?? ''
        if (typed === '' || typed === '0') return []
        const count = /^\d{1,4}$/.test(typed) ? Number(typed) : 0
        if (count >= 1 && count <= 5000)
          return [{ agencyId: group.agencyId, role: group.role, exposure, count }]
        errors.push({ field, fault: 'no_count' })
        return []
      }),
    ),
  }
  return errors.length === 0 ? { ok: true, facts } : { ok: false, errors, typed: fields }
}
