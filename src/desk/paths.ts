import type { Path } from '../ui/path.ts'

const path = (text: string) => text as Path

export const deskPaths = {
  regions: () => path('/'),
  frontDoor: (region: string) => path(`/${region}`),
  support: (region: string) => path(`/${region}/support`),
  today: (region: string) => path(`/${region}/today`),
  invitations: (region: string) => path(`/${region}/invitations`),
  invited: (region: string) => path(`/${region}/invitations/sent`),
  roster: (region: string) => path(`/${region}/roster`),
  mailbox: () => path('/dev/mailbox'),
} as const
