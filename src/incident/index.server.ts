export { importIncidents } from './import.server.ts'
export {
  addIncident,
  type CriticalIncident,
  knownNumbers,
  loadIncident,
  loadIncidents,
  recordOver,
  type ScreeningOutcome,
  screen,
  waitingForScreening,
} from './store.server.ts'
