import type { Path } from '../ui/path.ts'

/** The steps that are taken signed in, by the last part of their address. */
export const setUpSteps = ['agencies', 'members', 'ready'] as const
export type SetUpStep = (typeof setUpSteps)[number]

const path = (text: string) => text as Path

export const deskPaths = {
  regions: () => path('/'),
  frontDoor: (region: string) => path(`/${region}`),
  whatWeSee: (region: string) => path(`/${region}/what-we-see`),
  today: (region: string) => path(`/${region}/today`),
  invitations: (region: string) => path(`/${region}/invitations`),
  invited: (region: string) => path(`/${region}/invitations/sent`),
  roles: (region: string) => path(`/${region}/roles`),
  roleEnd: (
    region: string,
    of?: { readonly account: string; readonly role: string; readonly agency: string | undefined },
  ) => {
    const agency = of?.agency === undefined ? '' : `&agency=${of.agency}`
    return path(
      `/${region}/roles/end${of === undefined ? '' : `?account=${of.account}&role=${of.role}${agency}`}`,
    )
  },
  roster: (region: string) => path(`/${region}/roster`),
  audit: (region: string, query = '') => path(`/${region}/audit${query}`),
  /** What was done about whoever is signed in. */
  ownRecord: (region: string, before?: number) =>
    path(`/${region}/me/record${before === undefined ? '' : `?before=${before}`}`),
  /** Where the operator of an empty installation begins; the rest carries the link's token. */
  setUpDoor: () => path('/set-up'),
  setUp: (token: string) => path(`/set-up/${token}`),
  setUpRegion: (token: string) => path(`/set-up/${token}/region`),
  setUpYou: (token: string) => path(`/set-up/${token}/you`),
  setUpDemonstration: (token: string) => path(`/set-up/${token}/demonstration`),
  setUpStep: (region: string, step: SetUpStep) => path(`/${region}/set-up/${step}`),
  mailbox: () => path('/dev/mailbox'),
} as const
