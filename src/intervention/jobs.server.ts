import type { MessageDeps } from '../activation/index.server.ts'
import type { AccountId } from '../platform/ids.ts'
import type { Handler } from '../platform/worker.server.ts'
import { followUpHandlers } from './followUpJobs.server.ts'

export type HandlerDeps = MessageDeps & {
  readonly teamUrl: URL
  /** Addresses of accounts live behind another role; identity answers for one at a time. */
  readonly emailOf: (accountId: AccountId) => Promise<string | null>
}

export function handlers(deps: HandlerDeps): Handler[] {
  return followUpHandlers(deps)
}
