export { type FurtherRecord, loadFurther, recordFurther } from './further.server.ts'
export { importIncidents } from './import.server.ts'
export {
  addIncident,
  incidentsNumbered,
  latestIncidents,
  loadIncident,
  loadIncidents,
  recordOver,
  type ScreeningOutcome,
  screen,
  waitingForScreening,
} from './store.server.ts'
