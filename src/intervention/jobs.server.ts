import type { MessageDeps } from '../activation/index.server.ts'
import type { AccountId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import type { Handler } from '../platform/worker.server.ts'
import { briefingHandlers } from './briefingJobs.server.ts'
import { followUpHandlers } from './followUpJobs.server.ts'

export type HandlerDeps = MessageDeps & {
  /** The links of offers are signed with them. */
  readonly secrets: Secrets
  readonly teamUrl: URL
  /** Addresses of accounts live behind another role; identity answers for one at a time. */
  readonly emailOf: (accountId: AccountId) => Promise<string | null>
}

export function handlers(deps: HandlerDeps): Handler[] {
  return [...followUpHandlers(deps), ...briefingHandlers(deps)]
}
