export { keysInFolder, keysInPostgres } from './erasureKeys.server.ts'
export { keepPeers } from './peerProfile.server.ts'
export { sweeper } from './sweep.server.ts'
