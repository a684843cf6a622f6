import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Taken = {
  readonly messageId: string
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Attempts the database already held for it when it arrived. */
  readonly attempts: number
}

export type MailSink = {
  readonly url: string
  readonly taken: Taken[]
  /** Called when a sender names itself, before anything is taken, and when a message is taken, before the answer. */
  hooks: { offered?: () => Promise<void>; taken?: () => Promise<void> }
  /** Drops every connection. */
  cut(): void
  close(): Promise<void>
}

/** A mail system on a port of its own that takes everything and answers when a test lets it. */
export async function openMailSink(attemptsOf: (key: string) => Promise<number>): Promise<MailSink> {
  const taken: Taken[] = []
  const sink = { taken, hooks: {} as MailSink['hooks'] }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onMailFrom(_address, _session, done) {
      const offered = sink.hooks.offered?.() ?? Promise.resolve()
      offered.then(() => done(), done)
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const mail = parsed(Buffer.concat(chunks).toString())
        attemptsOf(mail.messageId.replace('@tailboard', ''))
          .then((attempts) => taken.push({ ...mail, attempts }))
          .then(() => sink.hooks.taken?.())
          .then(() => done(), done)
      })
    },
  })
  // A sender that dies in the middle is what these tests are about.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const connections = (server as unknown as { connections: Set<{ _socket: { destroy(): void } }> })
    .connections
  return Object.assign(sink, {
    url: `smtp://127.0.0.1:${port}`,
    cut() {
      for (const connection of connections) connection._socket.destroy()
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  })
}

function parsed(raw: string): Omit<Taken, 'attempts'> {
  const [head, ...rest] = raw.split('\r\n\r\n')
  const header = (name: string) => new RegExp(`^${name}: (.+)$`, 'im').exec(head!)![1]!.trim()
  return {
    messageId: header('Message-ID').replace(/^<|>$/g, ''),
    to: header('To'),
    subject: header('Subject'),
    text: decoded(rest.join('\r\n\r\n')),
  }
}

/** Quoted-printable (RFC 2045): long lines are broken, odd signs are written as numbers. */
function decoded(text: string): string {
  return text
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
