export { type Agency, type Place, type Region, travelMinutes } from './agency.ts'
export { type Discipline, disciplines } from './discipline.ts'
export type { StatePack } from './pack.ts'
export { defaultPolicy, type Policy, type WindowHours } from './policy.ts'
