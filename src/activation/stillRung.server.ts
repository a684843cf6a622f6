import { accountsWith } from '../identity/index.server.ts'
import type { Reader } from '../platform/db.server.ts'
import type { AccountId } from '../platform/ids.ts'

/** Whether somebody still coordinates or directs: a role may be taken while a message waits for a worker. */
export async function isStillRung(reader: Reader, accountId: string): Promise<boolean> {
  for (const role of ['duty_coordinator', 'clinical_director'] as const)
    if ((await accountsWith(reader, role)).includes(accountId as AccountId)) return true
  return false
}
