import type { Visit } from '../identity/index.ts'
import { hasRole } from '../platform/actor.ts'
import type { Region } from '../region/index.ts'
import type { Path } from '../ui/path.ts'
import { memberWords } from './memberWords.ts'
import { rosterPaths } from './paths.ts'

/** The entry of the menu that leads members to their own page; nobody else has one. */
export function mineLink(
  visit: Visit,
  region: Region,
  current: string,
): { href: Path; label: string; current: boolean }[] {
  if (!hasRole(visit.actor, 'peer')) return []
  return [
    { href: rosterPaths.mine(region.slug), label: memberWords[visit.lang].nav, current: current === 'mine' },
  ]
}
