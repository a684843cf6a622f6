export type { ActivationRecord } from './activationRecord.ts'
export { aidWords } from './aidWords.ts'
export { advancePlan, alertCoordinator, sendOffer, sendStandDown, sessionNears } from './jobs.ts'
export { shortClock, withLink } from './messageWords.ts'
export type { AidRequest } from './mutualAid.ts'
export { activationPaths } from './paths.ts'
export {
  type AnswerCode,
  nextDue,
  nextStep,
  openSeats,
  type PlanStage,
  type PlanState,
  pendingOffers,
  type SeatState,
  stageOf,
} from './planState.ts'
export type { RequestFacts } from './requestFacts.ts'
export { sessionMinutes, suggestStart } from './session.ts'
export { stageWords as planStageWords } from './teamWords.ts'
