export { closeOut } from './actions.server.ts'
export { readCards } from './cards.server.ts'
export { loadFollowUps } from './followUps.server.ts'
export { listReferral } from './referrals.server.ts'
