export { type Deployability, deployableOn, type Missing, type Standing } from './deployable.ts'
export type { Member } from './member.ts'
export { type MemberRole, memberRoles } from './role.ts'
