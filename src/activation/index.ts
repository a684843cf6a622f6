export type {
  ActivationRecord,
  BookedActivation,
} from './activationRecord.ts'
export { aidWords } from './aidWords.ts'
export { bookedAs } from './booking.ts'
export { answerBy } from './bookingStatus.ts'
export { bookingTeamWords } from './bookingTeamWords.ts'
export { bookingKindWords } from './bookingWords.ts'
export { activationDoors } from './doors.ts'
export { advancePlan, alertCoordinator, sendOffer, sendStandDown, sessionNears } from './jobs.ts'
export { shortClock, unlinked, withLink } from './messageWords.ts'
export type { AidRequest } from './mutualAid.ts'
export { type Hand, needsHand } from './needsHand.ts'
export { helpWithWords, offerWords } from './offerWords.ts'
export type { OwnCall, OwnCalls, OwnSeat } from './ownCalls.ts'
export { activationPaths } from './paths.ts'
export { planName } from './planName.ts'
export {
  type AnswerCode,
  nextDue,
  nextStep,
  openSeats,
  type PlanState,
  pendingOffers,
  type SeatState,
  stageOf,
} from './planState.ts'
export type { RequestFacts } from './requestFacts.ts'
export type { Running } from './running.ts'
export { sessionMinutes, suggestStart } from './session.ts'
export { planStageTold, stageTold } from './stageTold.ts'
