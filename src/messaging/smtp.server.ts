import nodemailer from 'nodemailer'
import type { MailTransport } from './mail.ts'

/** Mail over SMTP, on a few pooled connections. `from` is the team's sender address. */
export function smtpTransport(url: string, from: string): MailTransport {
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
        // RFC 5321: 5xx is permanent. Everything else (4xx, no connection, a cut line) may pass later.
        const code = (error as { responseCode?: number }).responseCode
        return code !== undefined && code >= 500 ? 'refused' : 'unreachable'
      }
    },
    close: () => transporter.close(),
  }
}
