export { askedFor } from './askedFor.ts'
export { checklist, type Gate } from './checklist.ts'
export { commitmentWeight } from './commitment.ts'
export type { OwnDay, RosterDay } from './day.ts'
export { canLeadOn, type Deployability, deployableOn } from './deployable.ts'
export { rosterDoors } from './doors.ts'
export type { Gender } from './gender.ts'
export {
  type DeselectionGround,
  deselectionGrounds,
  type Recorded,
  type ReinstatementGround,
  reinstatementGrounds,
  type SuspensionGround,
  suspensionGrounds,
} from './grounds.ts'
export { handOverWords } from './handOverWords.ts'
export type { SheetAsked } from './ImportForm.tsx'
export { may } from './may.ts'

export type { Member } from './member.ts'
export { type Details, type Evidence, evidenceKinds, type MemberFile } from './memberFile.ts'
export { mineLink } from './mineLink.ts'
export { ownCourseKind } from './ownCourseKind.ts'
export { rosterPaths } from './paths.ts'
export { type RankBand, rankBands } from './rank.ts'
export { type Missing, type Requirements, requirementsFor } from './requirements.ts'
export { type MemberRole, memberRoles } from './role.ts'
export type { Credential, Standing } from './standing.ts'
export { evidenceWords, gateWords } from './words.ts'
