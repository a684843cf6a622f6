import { idCode } from '../platform/idCode.server.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import type { Path } from '../ui/path.ts'
import { activationPaths } from './paths.ts'
import type { PlanState } from './planState.ts'

/** Whoever holds the link of the request reads it: the contact needs no account. */
export function checklistLink(secrets: Secrets, publicUrl: URL, slug: string, plan: PlanState): Path {
  const code = idCode(secrets, 'request status', plan.activationId)
  return new URL(activationPaths.requestChecklist(slug, code, plan.id), publicUrl).href as Path
}
