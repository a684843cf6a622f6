export {
  type ActivationRecord,
  type BookedActivation,
  type IncidentActivation,
  isBooked,
  isOfIncident,
} from './activationRecord.ts'
export { aidWords } from './aidWords.ts'
export { bookedAs } from './booking.ts'
export { answerBy } from './bookingStatus.ts'
export { bookingTeamWords } from './bookingTeamWords.ts'
export { bookingKindWords } from './bookingWords.ts'
export { advancePlan, alertCoordinator, sendOffer, sendStandDown } from './jobs.ts'
export type { AidRequest } from './mutualAid.ts'
export { activationPaths } from './paths.ts'
export { planName } from './planName.ts'
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
