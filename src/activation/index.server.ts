export { type Answer, answerOffer, withdraw } from './answer.server.ts'
export { type Approval, advance, approvePlan, type Deps, tick } from './callOut.server.ts'
export { recordContact } from './contact.server.ts'
export { closePlan, endActivation, standDownPlan } from './end.server.ts'
export { offerToken, readOfferToken } from './offerLink.server.ts'
export { openFromIncident, requestTeam } from './request.server.ts'
export { startSolver } from './solver.server.ts'
export {
  type ActivationRecord,
  loadActivation,
  loadActivations,
  loadPlans,
  planOfOffer,
} from './store.server.ts'
