export { may } from './may.ts'
export { identityPaths } from './paths.ts'
export { type Area, roleTable } from './roles.ts'
export { mayStandTogether } from './rolesApart.ts'
