export { closeOut } from './actions.server.ts'
export { readCards } from './cards.server.ts'
