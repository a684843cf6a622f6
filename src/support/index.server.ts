// Here and not beside what pages and the self-check's script use: a script would carry every schema of these along.

export { readChecks } from './checkContent.server.ts'
export { supportDoors } from './doors.ts'
export { keysInFolder, keysInPostgres } from './erasureKeys.server.ts'
export { peerApi } from './peerApi.server.ts'
export { keepPeers } from './peerProfile.server.ts'
export { professionalApi } from './professionalApi.server.ts'
export { professionalCallPath, professionalCallRoutes } from './professionalCall.server.ts'
export { professionalDoors } from './professionalDoors.ts'
export { openProfessionalRinger } from './professionalRinger.server.ts'
export { openRinger } from './ringer.server.ts'
export { seekerApi } from './seekerApi.server.ts'
export { sweeper } from './sweep.server.ts'
