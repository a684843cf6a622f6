import type { Visit } from '../identity/index.ts'
import type { Path } from '../ui/path.ts'
import type { Region } from './agency.ts'
import { may } from './may.ts'
import { regionPaths } from './paths.ts'
import { policyWords } from './policyWords.ts'

/** The policy's place in the menu, for whoever may see it. */
export function policyLink(
  visit: Visit,
  region: Region,
  current: string,
): { readonly href: Path; readonly label: string; readonly current: boolean }[] {
  if (!may(visit.actor, 'see_policy')) return []
  const label = policyWords[visit.lang].title
  return [{ href: regionPaths.policy(region.slug), label, current: current === 'policy' }]
}
