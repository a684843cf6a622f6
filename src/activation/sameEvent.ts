import type { CriticalIncident } from '../incident/index.ts'
import type { ActivationId } from '../platform/ids.ts'

/** Two requests for one event name its hour differently: from the call, from its end (assumed). */
const hoursApart = 12

/** An activation that may be about the same event. */
export type Twin = { readonly id: ActivationId; readonly number: number }

type Happened = Pick<CriticalIncident, 'kind' | 'town' | 'occurredAt'>

/** Whether two requests may be about one event; a person decides. */
export function maybeSameEvent(one: Happened, other: Happened): boolean {
  const apart = Math.abs(one.occurredAt.since(other.occurredAt).total('hours'))
  return one.kind === other.kind && nameOf(one.town) === nameOf(other.town) && apart <= hoursApart
}

function nameOf(town: string): string {
  return town.trim().toLowerCase()
}
