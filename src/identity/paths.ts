import type { Path } from '../ui/path.ts'

const path = (text: string) => text as Path

/** Every address this module answers to, all on the team's host. */
export const identityPaths = {
  signIn: () => path('/sign-in'),
  signInCode: () => path('/sign-in/code'),
  signInLink: (token: string) => path(`/sign-in/link/${token}`),
  signInPasskey: () => path('/sign-in/passkey'),
  signInChallenge: () => path('/sign-in/passkey/challenge'),
  signOut: () => path('/sign-out'),
  invitation: (token: string) => path(`/invitations/${token}`),
  objection: (token: string) => path(`/account/objection/${token}`),
  recoveries: (region: string) => path(`/${region}/recoveries`),
  recoveryConfirmation: (region: string) => path(`/${region}/recoveries/confirmation`),
  recoveryEnd: (region: string) => path(`/${region}/recoveries/end`),
  account: () => path('/account'),
  proof: () => path('/account/proof'),
  proofPasskey: () => path('/account/proof/passkey'),
  proofChallenge: () => path('/account/proof/challenge'),
  export: () => path('/account/export'),
  erasure: () => path('/account/erasure'),
  onwards: () => path('/account/onwards'),
  newPasskey: () => path('/account/passkeys/new'),
  passkeys: () => path('/account/passkeys'),
  passkeyChallenge: () => path('/account/passkeys/challenge'),
  passkeyRemoval: () => path('/account/passkeys/removal'),
  app: () => path('/account/app'),
  appCode: () => path('/account/app/code'),
  appRemoval: () => path('/account/app/removal'),
  codes: () => path('/account/codes'),
  sessionEnd: () => path('/account/sessions/end'),
  sessionsEnd: () => path('/account/sessions/others'),
} as const
