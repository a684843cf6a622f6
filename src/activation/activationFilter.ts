import type { CriticalIncident } from '../incident/index.ts'
import type { ActivationRecord, BookedActivation, IncidentActivation } from './activationRecord.ts'

/** Where an activation stands, as the list tells it. */
export const activationStates = ['call_back', 'running', 'ended'] as const
export type ActivationState = (typeof activationStates)[number]

export function stateOf(activation: Pick<ActivationRecord, 'outcome' | 'contact'>): ActivationState {
  if (activation.outcome !== null) return 'ended'
  return activation.contact === null ? 'call_back' : 'running'
}

export const activationKinds = ['incident', 'booking'] as const
export type ActivationFilter = {
  readonly state: ActivationState | null
  readonly agency: string | null
  readonly about: (typeof activationKinds)[number] | null
}
export type ActivationRow =
  | { readonly activation: IncidentActivation; readonly incident: CriticalIncident }
  | { readonly activation: BookedActivation; readonly incident: null }

/** What an address asks for; what means nothing is left out. */
export function readActivationFilter(
  query: Readonly<Record<string, string>>,
  agencies: readonly { readonly id: string }[],
): ActivationFilter {
  return {
    state: activationStates.find((one) => one === query.state) ?? null,
    agency: agencies.find((one) => one.id === query.agency)?.id ?? null,
    about: activationKinds.find((one) => one === query.about) ?? null,
  }
}

/** Those that fit. Requests that wait for a call back stand oldest first: who waited longest is called first. */
export function filtered(
  rows: readonly ActivationRow[],
  { state, agency, about }: ActivationFilter,
): ActivationRow[] {
  const fitting = rows.filter(
    (row) =>
      (state === null || stateOf(row.activation) === state) &&
      (about === null || (about === 'booking') === (row.incident === null)) &&
      (agency === null || isOf(row, agency)),
  )
  return state === 'call_back' ? fitting.toReversed() : fitting
}

function isOf({ activation, incident }: ActivationRow, agency: string): boolean {
  if (incident === null) return activation.booking.agencyId === agency
  return incident.groups.some((group) => group.agencyId === agency)
}
