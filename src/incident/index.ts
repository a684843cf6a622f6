export { assess } from './assess.ts'
export { type FurtherFacts, furtherChoices, nothingFurtherKnown, toldFacts } from './further.ts'
export { exposedField, type FurtherRead, readFurther } from './furtherForm.ts'
export { type ImportReport, importReport } from './importReport.ts'
export { readIncidents } from './importRows.ts'
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
export { type Mapping, type MappingRead, readMapping } from './mapping.ts'
export type { IncidentsRead, ParsedIncident } from './parsedIncident.ts'
export type {
  AffectedGroup,
  Assessment,
  CriticalIncident,
  IncidentFacts,
  Proposal,
  Reason,
  ReasonCode,
  Window,
} from './proposal.ts'
export type { RowNote, RowProblem } from './rowProblem.ts'
export { windowFrom } from './timing.ts'
export { type IncidentWords, incidentWords } from './words.ts'
