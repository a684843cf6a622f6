export { importIncidents } from './import.server.ts'
export {
  addIncident,
  knownNumbers,
  loadIncident,
  loadIncidents,
  recordOver,
  type ScreeningOutcome,
  screen,
  waitingForScreening,
} from './store.server.ts'
