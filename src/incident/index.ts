export { assess } from './assess.ts'
export {
  type FurtherFacts,
  furtherChoices,
  type TeamWish,
  type ToldFact,
  toldFacts,
} from './further.ts'
export { exposedField, readFurther } from './furtherForm.ts'
export { importReport } from './importReport.ts'
export { readIncidents } from './importRows.ts'
export {
  type AffectedRole,
  affectedRoles,
  type BesideTarget,
  type BookingKind,
  bookingKinds,
  type IncidentKind,
  type InterventionType,
  incidentKinds,
  type PlanTarget,
  type PlanType,
  type SeatKind,
  seatKinds,
} from './kinds.ts'
export { type Mapping, readMapping } from './mapping.ts'
export type { ParsedIncident } from './parsedIncident.ts'
export type {
  AffectedGroup,
  Assessment,
  BesideProposal,
  CriticalIncident,
  IncidentFacts,
  Proposal,
  Window,
} from './proposal.ts'
export type { Reason, ReasonCode } from './reason.ts'
export { rulesTable } from './rulesTable.ts'
export { windowFrom } from './timing.ts'
export { mayComeLater } from './waits.ts'
export { incidentWords } from './words.ts'
