export {
  type Auth,
  accountName,
  createAccount,
  emailOf,
  openAuth,
} from './auth.server.ts'
export { writeFirstAdministratorLink } from './firstAdministrator.server.ts'
export { actorAt } from './gate.server.ts'
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
export { endSession, openSession, signedIn } from './session.server.ts'
