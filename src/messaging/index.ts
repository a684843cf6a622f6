export { callParams, keyFields, messagingDoors, spokenAnswers } from './doors.ts'
export type { Fate } from './fate.ts'
export { askAfter, undelivered } from './jobs.ts'
export type { Mail, MailResult, MailTransport } from './mail.ts'
export { type DeliveryState, e164, isOneSegment, type PhoneMessage, type PhoneProvider } from './phone.ts'
export type { MessagingCode } from './problems.ts'
export { type BrowserMaker, makerOf, type PushSender } from './push.ts'
export {
  type Channel,
  canCall,
  canText,
  channelsForAlert,
  channelsOf,
  mailOnly,
  quietChannelsOf,
  type Reach,
} from './reach.ts'
export { speechXml } from './speech.ts'
