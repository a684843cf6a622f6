export { atAgency, loadMailDomains } from './agencyMail.server.ts'
export { changeAgency, loadAgencyRecords } from './agencyRecord.server.ts'
export { changePolicy } from './changePolicy.server.ts'
export { readPacks } from './packs.server.ts'
export { type PolicyVersion, policyHistory } from './policyHistory.server.ts'
export {
  addAgencies,
  addRegion,
  foundRegion,
  loadAgencies,
  loadPolicy,
  loadRegion,
  type NewAgency,
  type NewRegion,
  policyAt,
  regionBySlug,
  regionDirectory,
  regionIdBySlug,
  todayIn,
} from './store.server.ts'
