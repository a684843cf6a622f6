import type { Visit } from '../identity/index.ts'
import { hasRole } from '../platform/actor.ts'
import type { Region } from '../region/index.ts'
import type { Path } from '../ui/path.ts'
import { memberWords } from './memberWords.ts'
import { ownTimeWords } from './ownTimeWords.ts'
import { rosterPaths } from './paths.ts'

/** The entries of the menu that lead members to their own pages; nobody else has them. */
export function mineLink(
  visit: Visit,
  region: Region,
  current: string,
): { href: Path; label: string; current: boolean }[] {
  if (!hasRole(visit.actor, 'peer')) return []
  const { slug } = region
  return [
    { href: rosterPaths.mine(slug), label: memberWords[visit.lang].nav, current: current === 'mine' },
    {
      href: rosterPaths.ownTime(slug),
      label: ownTimeWords[visit.lang].title,
      current: current === 'ownTime',
    },
  ]
}
