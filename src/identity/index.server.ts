export { accountsWith, actorIn, type Grant, grantRole, grantsOf } from './grants.server.ts'
