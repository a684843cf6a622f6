export { type Availability, loadAvailability } from './availability.server.ts'
export {
  addMembers,
  addPeriods,
  commit,
  loadMember,
  loadMembers,
  loadStandings,
  type NewMember,
  releaseCommitment,
} from './store.server.ts'
