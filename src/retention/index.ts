export { type Keep, keepSaid, type Rule } from './rule.ts'
export { rules } from './rules.ts'
