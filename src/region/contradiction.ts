import type { Policy } from './policy.ts'
import { type PolicyPath, settings, valueAt, windowNames as windows } from './settings.ts'

/** Two or three settings that can't hold together. `fields` name them, the one to lower first. */
export type Contradiction = {
  readonly code: ContradictionCode
  readonly fields: readonly PolicyPath[]
}
export const contradictionCodes = [
  /** The first is more than the second. */
  'more_than',
  /** The first has to be less than the second, and is not. */
  'not_less_than',
  /** The first is as long as the whole window between the other two. */
  'fills_window',
] as const
export type ContradictionCode = (typeof contradictionCodes)[number]

/** Pairs of which the first may be as much as the second, and no more. */
const atMost: readonly (readonly [PolicyPath, PolicyPath])[] = [
  ...windows.flatMap((name) => [
    [`windows.${name}.opens`, `windows.${name}.idealUntil`] as const,
    [`windows.${name}.idealUntil`, `windows.${name}.closes`] as const,
  ]),
  // Below `smallest` nobody is offered a session, so no kind of session may begin or end below it.
  ['groupSize.smallest', 'groupSize.defusing'],
  ['groupSize.smallest', 'groupSize.cisdSmallest'],
  ['groupSize.cisdSmallest', 'groupSize.cisd'],
  // Who are too many for a conversation go to a CMB, which has to hold them.
  ['groupSize.defusing', 'groupSize.cmb'],
  ['groupSize.cisd', 'groupSize.cmb'],
]

/** Pairs of which the first has to be less. */
const lessThan: readonly (readonly [PolicyPath, PolicyPath])[] = [
  ...windows.map((name) => [`windows.${name}.opens`, `windows.${name}.closes`] as const),
  // An agreement that lapses soon from its first day would never be told apart.
  ['standing.lapsesSoonDays', 'standing.agreementDays'],
  ['followUp.firstFromHours', 'followUp.firstUntilHours'],
  // Whoever is rung later is rung because the one before did not answer.
  ['alert.backupAfterMinutes', 'alert.everybodyAfterMinutes'],
  ['alert.everybodyAfterMinutes', 'alert.directorAfterMinutes'],
]

/** Minutes that every window has to leave room for: otherwise it is over before anybody can be there. */
const insideWindows: readonly PolicyPath[] = ['team.leadMinutes', 'callBackMinutes', 'wave.minutes']

/** Where a policy says two things that can't both hold; none of these rules is a matter of taste. */
export function contradictionsIn(policy: Policy): Contradiction[] {
  const number = (path: PolicyPath) =>
    Number(valueAt(policy, path)) * (settings[path].unit === 'hours' ? 60 : 1)
  const found: Contradiction[] = []
  for (const fields of atMost)
    if (number(fields[0]) > number(fields[1])) found.push({ code: 'more_than', fields })
  for (const fields of lessThan)
    if (number(fields[0]) >= number(fields[1]) && !found.some((one) => contains(one.fields, fields)))
      found.push({ code: 'not_less_than', fields })
  for (const path of insideWindows)
    for (const name of windows) {
      const [opens, closes] = [`windows.${name}.opens`, `windows.${name}.closes`] as const
      const long = number(closes) - number(opens)
      if (long > 0 && number(path) >= long)
        found.push({ code: 'fills_window', fields: [path, opens, closes] })
    }
  return found
}

function contains(fields: readonly PolicyPath[], others: readonly PolicyPath[]): boolean {
  return others.every((one) => fields.includes(one))
}
