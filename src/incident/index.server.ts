export { importIncidents } from './import.server.ts'
export {
  addIncident,
  knownNumbers,
  latestIncidents,
  loadIncident,
  loadIncidents,
  recordOver,
  type ScreeningOutcome,
  screen,
  waitingForScreening,
} from './store.server.ts'
