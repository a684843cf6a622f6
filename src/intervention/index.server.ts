export { closeOut } from './actions.server.ts'
export { readCards } from './cards.server.ts'
export { lateFollowUps, memberChecksDue, openFollowUps, ownFollowUpsSoon } from './followUpsDue.server.ts'
export { listReferral } from './referrals.server.ts'
