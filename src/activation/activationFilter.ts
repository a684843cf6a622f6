import type { CriticalIncident } from '../incident/index.ts'
import type { ActivationRecord } from './activationRecord.ts'

/** Where an activation stands, as the list tells it. */
export const activationStates = ['call_back', 'running', 'ended'] as const
export type ActivationState = (typeof activationStates)[number]

export function stateOf(activation: Pick<ActivationRecord, 'outcome' | 'contact'>): ActivationState {
  if (activation.outcome !== null) return 'ended'
  return activation.contact === null ? 'call_back' : 'running'
}

export type ActivationFilter = { readonly state: ActivationState | null; readonly agency: string | null }
export type ActivationRow = { readonly activation: ActivationRecord; readonly incident: CriticalIncident }

/** What an address asks for; what means nothing is left out. */
export function readActivationFilter(
  query: Readonly<Record<string, string>>,
  agencies: readonly { readonly id: string }[],
): ActivationFilter {
  return {
    state: activationStates.find((one) => one === query.state) ?? null,
    agency: agencies.find((one) => one.id === query.agency)?.id ?? null,
  }
}

/** Those that fit. Requests that wait for a call back stand oldest first: who waited longest is called first. */
export function filtered(
  rows: readonly ActivationRow[],
  { state, agency }: ActivationFilter,
): ActivationRow[] {
  const fitting = rows.filter(
    ({ activation, incident }) =>
      (state === null || stateOf(activation) === state) &&
      (agency === null || incident.groups.some((group) => group.agencyId === agency)),
  )
  return state === 'call_back' ? fitting.toReversed() : fitting
}
