export {
  type Auth,
  createAccount,
  emailOf,
  endSession,
  openAuth,
  openSession,
  signedIn,
} from './auth.server.ts'
export { accountsWith, actorIn, type Grant, grantRole, grantsOf } from './grants.server.ts'
