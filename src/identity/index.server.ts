export {
  type Auth,
  accountName,
  createAccount,
  emailOf,
  endSession,
  openAuth,
  openSession,
  signedIn,
} from './auth.server.ts'
export { writeFirstAdministratorLink } from './firstAdministrator.server.ts'
export {
  accountsWith,
  actorIn,
  type Grant,
  grantRole,
  grantsOf,
  memberAccounts,
  memberIn,
} from './grants.server.ts'
export { type Invited, invite } from './invitation.server.ts'
export { keepLanguage } from './language.server.ts'
