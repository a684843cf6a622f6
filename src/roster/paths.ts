import type { MemberId } from '../platform/ids.ts'
import type { Path } from '../ui/path.ts'
import type { MemberAct } from './memberAct.ts'

const path = (text: string) => text as Path

/** Every address this module answers to. */
export const rosterPaths = {
  /** Shown by `desk`, which speaks for several modules. */
  roster: (region: string) => path(`/${region}/roster`),
  newMember: (region: string) => path(`/${region}/roster/new`),
  member: (region: string, id: MemberId) => path(`/${region}/roster/members/${id}`),
  act: (region: string, id: MemberId, act: MemberAct) => path(`/${region}/roster/members/${id}/${act}`),
  /** A member's own page. */
  mine: (region: string) => path(`/${region}/me`),
  confirmMine: (region: string) => path(`/${region}/me/confirmation`),
} as const
