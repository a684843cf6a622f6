import { loadIncident } from '../incident/index.server.ts'
import type { FurtherFacts } from '../incident/index.ts'
import type { Reader } from '../platform/db.server.ts'
import type { ActivationRecord } from './activationRecord.ts'

/** What the agency told that a team should fit; a booking tells none of it. */
export async function toldOf(
  reader: Reader,
  activation: ActivationRecord,
): Promise<Pick<FurtherFacts, 'interpreterLanguage' | 'teamWish'>> {
  if (activation.booking !== null) return { interpreterLanguage: null, teamWish: null }
  return (await loadIncident(reader, activation.incidentId))!.further
}
