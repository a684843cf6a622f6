export { mayOpenConversations } from './limits.ts'
