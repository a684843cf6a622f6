export { type Deployability, deployableOn, type Missing, type Standing } from './deployable.ts'
export { type MemberRole, memberRoles } from './role.ts'
