export { bandOf, scoreOf } from './checkScore.ts'
export { type SupportDoors, supportPaths } from './frontPaths.ts'
export { mayOpenConversations } from './limits.ts'
export { talkPaths } from './paths.ts'
