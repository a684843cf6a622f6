import type { MemberId } from '../platform/ids.ts'
import type { Path } from '../ui/path.ts'
import type { MemberAct } from './memberAct.ts'
import type { Sheet } from './sheet.ts'

const path = (text: string) => text as Path

/** The three lists of the duty page, by the last part of their address. */
export const onCallKinds = ['coordinators', 'members', 'away'] as const
export type OnCallKind = (typeof onCallKinds)[number]

/** The two lists of a member's own time. */
export const ownKinds = ['shifts', 'away'] as const
export type OwnKind = (typeof ownKinds)[number]

/** Every address this module answers to. */
export const rosterPaths = {
  /** Shown by `desk`, which speaks for several modules. */
  roster: (region: string) => path(`/${region}/roster`),
  onCall: (region: string) => path(`/${region}/on-call`),
  onCallKind: (region: string, kind: OnCallKind) => path(`/${region}/on-call/${kind}`),
  onCallRemoval: (region: string, kind: OnCallKind) => path(`/${region}/on-call/${kind}/removal`),
  newMember: (region: string) => path(`/${region}/roster/new`),
  member: (region: string, id: MemberId) => path(`/${region}/roster/members/${id}`),
  act: (region: string, id: MemberId, act: MemberAct) => path(`/${region}/roster/members/${id}/${act}`),
  importSheet: (region: string) => path(`/${region}/roster/import`),
  imported: (region: string, sheet: Sheet) => path(`/${region}/roster/import?saved=${sheet}`),
  exportSheet: (region: string, sheet: Sheet) => path(`/${region}/roster/export/${sheet}.csv`),
  sheetTemplate: (region: string, sheet: Sheet) => path(`/${region}/roster/template/${sheet}.csv`),
  /** A member's own page. */
  mine: (region: string) => path(`/${region}/me`),
  ownTime: (region: string) => path(`/${region}/me/on-call`),
  ownKind: (region: string, kind: OwnKind) => path(`/${region}/me/on-call/${kind}`),
  ownRemoval: (region: string, kind: OwnKind) => path(`/${region}/me/on-call/${kind}/removal`),
  confirmMine: (region: string) => path(`/${region}/me/confirmation`),
} as const
