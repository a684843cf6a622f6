import nodemailer from 'nodemailer'
import type { Log } from '../platform/log.server.ts'
import type { MailTransport } from './mail.ts'
import { refusesRecipient, replyCodes, type SmtpReply } from './smtpReply.ts'

/** Mail over SMTP, on a few pooled connections. `from` is the team's sender address. */
export function smtpTransport(url: string, from: string, log?: Pick<Log, 'error'>): MailTransport {
  const address = new URL(url)
  const transporter = nodemailer.createTransport({
    host: address.hostname,
    port: Number(address.port || (address.protocol === 'smtps:' ? 465 : 587)),
    secure: address.protocol === 'smtps:',
    pool: true,
    maxConnections: 4,
    // The library renews a connection after 100 messages and pauses all sending for it; ours may stay.
    maxMessages: Number.POSITIVE_INFINITY,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    ...(address.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(address.username), pass: decodeURIComponent(address.password) } }),
  })
  return {
    async send(mail) {
      try {
        await transporter.sendMail({
          from,
          to: mail.to,
          subject: mail.subject,
          text: mail.text,
          messageId: `<${mail.messageId}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return 'taken'
      } catch (error) {
        const reply = error as SmtpReply & { code?: string }
        if (refusesRecipient(reply)) return 'refused'
        // Codes only: an operator can act on them, and whatever stands beside them may be an address.
        const { command, code } = reply
        log?.error({ command, code, reply: replyCodes(reply) }, 'no mail was taken; it is tried again')
        return 'unreachable'
      }
    },
    close: () => transporter.close(),
  }
}
