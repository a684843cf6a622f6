export { type Audited, audit } from './audit.server.ts'
export { entriesAfter, loadEntries, loadHead, verify, verifyNewest, type Wanted } from './entries.server.ts'
export { retire } from './retire.server.ts'
