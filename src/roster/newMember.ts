import type { TypedForm } from '../platform/typedForm.ts'
import { type Agency, disciplines } from '../region/index.ts'
import type { Member } from './member.ts'
import type { RosterCode } from './problems.ts'
import { rankBands } from './rank.ts'
import { memberRoles } from './role.ts'

/** ISO 639 codes offered where somebody's languages are ticked; the list is assumed, an import may bring others. */
export const languagesOffered = ['en', 'es', 'pt', 'ht', 'fr', 'zh', 'vi', 'ar', 'ru', 'ko', 'ase'] as const

/** Somebody new as the form tells them. What no constraint can know is told here, at its field. */
export function readNewMember(
  form: TypedForm<RosterCode>,
  typed: Readonly<Record<string, string>>,
  agencies: readonly Agency[],
): Omit<Member, 'id'> {
  // In the order of the page, so that mistakes are told in it too.
  const name = form.line('name')
  const email = form.line('email', 254)
  const role = form.choice('role', memberRoles)
  const agency = agencies.find((one) => one.id === typed.agency)
  if (agency === undefined && (typed.agency ?? '') !== '')
    form.faults.push({ field: 'agency', code: 'unknown_agency' })
  else if (agency === undefined && typed.role === 'peer')
    form.faults.push({ field: 'agency', code: 'agency_missing' })
  const rankBand = form.choice('rank', rankBands)
  const town = form.line('town')
  const chosen = form.ticked('disciplines', disciplines)
  const languages = form.ticked('languages', languagesOffered)
  if (chosen.length === 0) form.faults.push({ field: 'disciplines', code: 'discipline_missing' })
  if (languages.length === 0) form.faults.push({ field: 'languages', code: 'language_missing' })
  return {
    role,
    agencyId: agency?.id ?? null,
    furtherAgencies: [],
    name,
    email,
    rankBand,
    disciplines: chosen,
    languages,
    town,
    // Where they set out from is where their agency stands, until somebody knows better.
    place: agency?.place ?? null,
  }
}
