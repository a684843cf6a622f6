export { assess } from './assess.ts'
export { type FurtherFacts, furtherChoices, nothingFurtherKnown, toldFacts } from './further.ts'
export { exposedField, type FurtherRead, readFurther } from './furtherForm.ts'
export { type ImportReport, importReport } from './importReport.ts'
export { readIncidents } from './importRows.ts'
export {
  type AffectedRole,
  affectedRoles,
  type BesideTarget,
  type IncidentKind,
  type InterventionType,
  incidentKinds,
  interventionTypes,
  type PlanType,
  type SeatKind,
  seatKinds,
} from './kinds.ts'
export { type Mapping, type MappingRead, readMapping } from './mapping.ts'
export type { IncidentsRead, ParsedIncident } from './parsedIncident.ts'
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
export type { RowNote, RowProblem } from './rowProblem.ts'
export { rulesTable } from './rulesTable.ts'
export { windowFrom } from './timing.ts'
export { type IncidentWords, incidentWords } from './words.ts'
