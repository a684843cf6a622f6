export { DeliveryDelayed, deliver } from './deliver.server.ts'
export { type Mailbox, mailbox } from './mailbox.server.ts'
export { smtpTransport } from './smtp.server.ts'
