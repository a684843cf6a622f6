import type { Mail, MailTransport } from './mail.ts'

export type Mailbox = MailTransport & {
  /** Newest first. */
  readonly mails: readonly Mail[]
}

/** Keeps mail in memory instead of sending it: for development, the demonstration and its replay. */
export function mailbox(keep = 500): Mailbox {
  const mails: Mail[] = []
  return {
    mails,
    async send(mail) {
      // A mail system that honours Message-IDs shows a repeat once.
      if (!mails.some((one) => one.messageId === mail.messageId)) mails.unshift(mail)
      mails.length = Math.min(mails.length, keep)
      return 'taken'
    },
    close() {},
  }
}
