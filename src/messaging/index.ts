export type { Mail, MailResult, MailTransport } from './mail.ts'
