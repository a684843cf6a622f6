export { type Agency, type Place, type Region, travelMinutes } from './agency.ts'
export { type Discipline, disciplines } from './discipline.ts'
export { disciplineWords } from './disciplineWords.ts'
export { sameIssuer } from './issuer.ts'
export { standsAt } from './mailDomain.ts'
export {
  type NewRegionCode,
  type NewRegionFault,
  newRegionFields,
  readNewRegion,
  reservedSlugs,
} from './newRegion.ts'
export { federalPack, type StatePack, type TrainingRule } from './pack.ts'
export { regionPaths } from './paths.ts'
export { defaultPolicy, type Policy, type WindowHours } from './policy.ts'
export { policyLink } from './policyLink.ts'
export { states, timeZones } from './states.ts'
