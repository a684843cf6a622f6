export { supportDoors } from './doors.ts'
export { supportPaths } from './paths.ts'
