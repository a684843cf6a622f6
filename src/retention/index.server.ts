export { keepRetention, retentionHandlers } from './jobs.server.ts'
