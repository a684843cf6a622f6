import { accountsWith } from '../identity/index.server.ts'
import type { Reader } from '../platform/db.server.ts'
import type { AccountId, ActivationId } from '../platform/ids.ts'
import { takenBy } from './alertState.ts'
import { loadAlert } from './alertStore.server.ts'

/** The coordinator who has it in hand; where nobody took it, or nobody coordinates by now, all who don't stand aside. */
export async function whoHolds(reader: Reader, id: ActivationId): Promise<readonly AccountId[]> {
  const alert = await loadAlert(reader, id)
  const coordinators = await accountsWith(reader, 'duty_coordinator')
  const holder = takenBy(alert)
  if (holder !== null && coordinators.includes(holder)) return [holder]
  const aside = new Set(alert.aside.map((one) => one.accountId))
  return coordinators.filter((one) => !aside.has(one))
}
