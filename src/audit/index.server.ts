export type { Ask } from './ask.server.ts'
export { type Audited, audit, auditBySystem } from './audit.server.ts'
export { entriesAfter, loadEntries, loadHead, verify, verifyNewest, type Wanted } from './entries.server.ts'
export { countTooOld, retire, retireBy } from './retire.server.ts'
