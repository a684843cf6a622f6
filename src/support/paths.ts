import type { Path } from '../ui/path.ts'

const path = (text: string) => text as Path

/** Addresses of conversations and of the peers who may be written to. */
export const talkPaths = {
  peers: (region: string) => path(`/${region}/support/peers`),
  write: (region: string) => path(`/${region}/support/write`),
  /** A peer's own: what waits, what they took. */
  conversations: (region: string) => path(`/${region}/conversations`),
  profile: (region: string) => path(`/${region}/conversations/profile`),
  /** What a professional who is rung opens: no sign-in. As short as a text has room for. */
  ring: (region: string, token: string) => path(`/${region}/ring/${token}`),
  /** A contact, counted without anybody's name. */
  tally: (region: string) => path(`/${region}/conversations/tally`),
  /** What all of them counted, by month. */
  tallies: (region: string) => path(`/${region}/tallies`),
  /** What a peer hands out: who they are here, and their six words. */
  peerCard: (region: string) => path(`/${region}/conversations/card`),
} as const
