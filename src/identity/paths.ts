import type { Path } from '../ui/path.ts'

const path = (text: string) => text as Path

/** Every address this module answers to, all on the team's host. */
export const identityPaths = {
  signIn: () => path('/sign-in'),
  signInCode: () => path('/sign-in/code'),
  signInLink: (token: string) => path(`/sign-in/link/${token}`),
  signOut: () => path('/sign-out'),
  invitation: (token: string) => path(`/invitations/${token}`),
} as const
