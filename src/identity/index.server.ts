export {
  type Auth,
  accountName,
  accountsAt,
  createAccount,
  emailOf,
  openAuth,
} from './auth.server.ts'
export { chooseHearing, contactAgencies, contactsWhoHear } from './contactAgencies.server.ts'
export { operatorRecovers } from './endFactors.server.ts'
export { endGrant, type HeldRole, rolesHere } from './endGrant.server.ts'
export { eraseAccount, forgetAccountHere } from './erase.server.ts'
export { factorsOf } from './factors.server.ts'
export { writeFirstAdministratorLink } from './firstAdministrator.server.ts'
export { visitorAt } from './gate.server.ts'
export {
  accountsWith,
  actorIn,
  type Grant,
  grantRole,
  grantsOf,
  memberAccounts,
  memberIn,
} from './grants.server.ts'
export { type Invited, invite, inviteLearner } from './invitation.server.ts'
export { keepWanted } from './keepWanted.server.ts'
export { keepLanguage } from './language.server.ts'
export {
  accountsHere,
  cancelRecovery,
  confirmRecovery,
  objectToRecovery,
  openRecoveries,
  startRecovery,
} from './recovery.server.ts'
export { endSession, openSession, sessionsOf, signedIn } from './session.server.ts'
