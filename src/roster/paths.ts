import type { MemberId } from '../platform/ids.ts'
import type { Language } from '../ui/language.ts'
import type { Path } from '../ui/path.ts'
import type { MemberAct } from './memberAct.ts'
import type { Sheet } from './sheet.ts'

const path = (text: string) => text as Path

/** The three lists of the duty page, by the last part of their address. */
export const onCallKinds = ['coordinators', 'members', 'away'] as const
export type OnCallKind = (typeof onCallKinds)[number]

/** The list in which a shift of somebody stands. */
export const kindOf = { member: 'members', coordinator: 'coordinators' } as const

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
  /** Who could take one shift over; a POST asks them. */
  standIn: (region: string, kind: OnCallKind, shift: string) =>
    path(`/${region}/on-call/${kind}/${shift}/stand-in`),
  taking: (region: string, request: string) => path(`/${region}/on-call/stand-ins/${request}/taking`),
  withdrawal: (region: string, request: string) => path(`/${region}/on-call/stand-ins/${request}/withdrawal`),
  handOver: (region: string) => path(`/${region}/hand-over`),
  shiftSheet: (region: string) => path(`/${region}/hand-over/sheet`),
  /** The same as a file that opens by itself. */
  shiftSheetFile: (region: string) => path(`/${region}/hand-over/sheet.html`),
  noteRemoval: (region: string, note: string) => path(`/${region}/hand-over/${note}/removal`),
  newMember: (region: string) => path(`/${region}/roster/new`),
  member: (region: string, id: MemberId) => path(`/${region}/roster/members/${id}`),
  act: (region: string, id: MemberId, act: MemberAct) => path(`/${region}/roster/members/${id}/${act}`),
  importSheet: (region: string) => path(`/${region}/roster/import`),
  imported: (region: string, sheet: Sheet) => path(`/${region}/roster/import?saved=${sheet}`),
  exportSheet: (region: string, sheet: Sheet) => path(`/${region}/roster/export/${sheet}.csv`),
  sheetTemplate: (region: string, sheet: Sheet) => path(`/${region}/roster/template/${sheet}.csv`),
  /** A member's own page. */
  mine: (region: string) => path(`/${region}/me`),
  ownGender: (region: string) => path(`/${region}/me/gender`),
  ownTime: (region: string) => path(`/${region}/me/on-call`),
  ownKind: (region: string, kind: OwnKind) => path(`/${region}/me/on-call/${kind}`),
  ownRemoval: (region: string, kind: OwnKind) => path(`/${region}/me/on-call/${kind}/removal`),
  ownStandIn: (region: string, shift: string) => path(`/${region}/me/on-call/shifts/${shift}/stand-in`),
  ownTaking: (region: string, request: string) => path(`/${region}/me/stand-ins/${request}/taking`),
  ownWithdrawal: (region: string, request: string) => path(`/${region}/me/stand-ins/${request}/withdrawal`),
  /** The link to one's own calendar, and what it opens. */
  calendar: (region: string) => path(`/${region}/calendar`),
  calendarEnd: (region: string) => path(`/${region}/calendar/end`),
  feed: (token: string, lang: Language) => path(`/calendar/${token}.ics${lang === 'es' ? '?lang=es' : ''}`),
  /** What they carry lately, and how heavy it was for them: their own alone. */
  ownLoad: (region: string) => path(`/${region}/me/load`),
  ownLoadRemoval: (region: string) => path(`/${region}/me/load/removal`),
  /** How somebody signed in is reached. */
  reach: (region: string) => path(`/${region}/me/reach`),
  /** From which agency they hear what. */
  hears: (region: string) => path(`/${region}/me/agencies`),
  reachPhone: (region: string) => path(`/${region}/me/reach/phone`),
  reachCode: (region: string) => path(`/${region}/me/reach/code`),
  reachDevices: (region: string) => path(`/${region}/me/reach/devices`),
  reachDeviceRemoval: (region: string) => path(`/${region}/me/reach/devices/removal`),
  reachDeviceTest: (region: string) => path(`/${region}/me/reach/devices/test`),
  reachRemoval: (region: string) => path(`/${region}/me/reach/removal`),
  /** Whether everybody is still reached; a POST begins a drill. */
  drills: (region: string) => path(`/${region}/drills`),
  drill: (region: string, id: string) => path(`/${region}/drills/${id}`),
  /** "Yes, this reached me": the link of one message, without sign-in. */
  reached: (code: string) => path(`/reached/${code}`),
  /** What was done about one's own record, and the intervention module's pages. */
  ownRecord: (region: string) => path(`/${region}/me/record`),
  followUps: (region: string) => path(`/${region}/me/follow-ups`),
  referrals: (region: string) => path(`/${region}/referrals`),
  cards: (region: string) => path(`/${region}/cards`),
  confirmMine: (region: string) => path(`/${region}/me/confirmation`),
} as const
