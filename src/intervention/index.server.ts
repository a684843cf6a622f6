export { closeOut } from './actions.server.ts'
