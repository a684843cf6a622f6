import { activationPaths } from '../activation/index.ts'
import { may, type Visit } from '../identity/index.ts'
import { hasRole } from '../platform/actor.ts'
import { policyLink, type Region } from '../region/index.ts'
import { may as mayOnRoster, mineLink, rosterPaths } from '../roster/index.ts'
import { talkPaths } from '../support/index.ts'
import { trainingPaths } from '../training/index.ts'
import type { NavLink } from '../ui/page.ts'
import { deskPaths } from './paths.ts'
import { type NavWord, navWords } from './teamWords.ts'

const places = {
  today: deskPaths.today,
  activations: activationPaths.activations,
  roster: deskPaths.roster,
  onCall: rosterPaths.onCall,
  training: trainingPaths.training,
  learning: trainingPaths.learning,
  seats: trainingPaths.ownSeats,
  tallies: talkPaths.tallies,
  audit: deskPaths.audit,
} as const

/** The menu of whoever looks. Only what opens to them: an entry that leads nowhere makes people doubt the rest. */
export function menuOf(from: Visit, region: Region, current: string): NavLink[] {
  const { actor, lang } = from
  const keeps = hasRole(actor, 'duty_coordinator', 'administrator', 'clinical_director')
  const opens: Record<Exclude<NavWord, 'conversations'>, boolean> = {
    today: true,
    activations: may(actor, 'see', 'activations'),
    roster: keeps,
    onCall: mayOnRoster(actor, 'keep_shifts', null),
    training: may(actor, 'see', 'course_texts'),
    learning: !keeps && may(actor, 'see', 'own_learning'),
    seats: may(actor, 'see', 'seats'),
    tallies: may(actor, 'see', 'tallies'),
    audit: may(actor, 'see', 'audit'),
  }
  // Classes and one's own courses belong to whichever of the two entries somebody has.
  const within: Readonly<Record<string, string>> = keeps
    ? { classes: 'training', learning: 'training' }
    : { classes: 'learning' }
  const link = (page: keyof typeof places): NavLink[] =>
    opens[page]
      ? [
          {
            href: places[page](region.slug),
            label: navWords[lang][page],
            current: (within[current] ?? current) === page,
          },
        ]
      : []
  return [
    ...(
      ['today', 'activations', 'roster', 'onCall', 'training', 'learning', 'seats', 'tallies'] as const
    ).flatMap(link),
    ...policyLink(from, region, current),
    ...link('audit'),
    ...mineLink(from, region, current),
    ...(may(actor, 'see', 'own_conversations')
      ? [
          {
            href: talkPaths.conversations(region.slug),
            label: navWords[lang].conversations,
            current: current === 'conversations',
          },
        ]
      : []),
  ]
}
