import { type PolicyPath, policyPaths } from './settings.ts'

/** What is decided together, as the page shows it; each by the beginnings of its paths. */
const beginnings = {
  windows: ['windows'],
  sizes: ['groupSize', 'team.participantsPerMember'],
  team: [
    'team.leadMinutes',
    'team.prepareMinutes',
    'team.briefingMinutes',
    'perAgencyAtMost',
    'affectedAgency',
    'newUntilSessions',
    'travel',
    'furthestMinutes',
  ],
  standing: ['standing'],
  load: ['load', 'restHours', 'followUp'],
  callOut: ['callBackMinutes', 'alert', 'wave', 'callOut', 'gapWarningDays', 'drill'],
  booking: ['booking'],
  tallies: ['tallies'],
  training: ['training'],
} as const
export type SettingGroup = keyof typeof beginnings
export const settingGroups = Object.keys(beginnings) as readonly SettingGroup[]

export function pathsIn(group: SettingGroup): PolicyPath[] {
  const begins: readonly string[] = beginnings[group]
  return policyPaths.filter((path) => begins.some((first) => path === first || path.startsWith(`${first}.`)))
}
