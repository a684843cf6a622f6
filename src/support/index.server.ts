export { readChecks } from './checkContent.server.ts'
