export { assess } from './assess.ts'
export {
  type AffectedRole,
  affectedRoles,
  type IncidentKind,
  type InterventionType,
  incidentKinds,
  interventionTypes,
  type SeatKind,
  seatKinds,
} from './kinds.ts'
export type {
  AffectedGroup,
  Assessment,
  IncidentFacts,
  Proposal,
  Reason,
  ReasonCode,
  Window,
} from './proposal.ts'
export { type IncidentWords, incidentWords } from './words.ts'
