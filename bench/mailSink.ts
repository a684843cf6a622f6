import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Taken = { readonly to: string; readonly subject: string; readonly text: string }
export type Sink = {
  readonly url: string
  /** Resolves when that many more messages were taken. */
  next(count: number): Promise<readonly Taken[]>
  close(): Promise<void>
}

/** A mail system on loopback that takes everything. */
export async function openSink(): Promise<Sink> {
  let waiting: { count: number; mails: Taken[]; done: (mails: readonly Taken[]) => void } | null = null
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let raw = ''
      stream.on('data', (chunk: Buffer) => {
        raw += chunk.toString()
      })
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? ''
        done()
        if (waiting === null) return
        const [head = '', ...body] = raw.split('\r\n\r\n')
        const subject = /^Subject: (.+)$/im.exec(head)?.[1]?.trim() ?? ''
        waiting.mails.push({ to, subject, text: body.join('\r\n\r\n') })
        if (waiting.mails.length < waiting.count) return
        const { mails, done: tell } = waiting
        waiting = null
        tell(mails)
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    next: (count) =>
      new Promise((done) => {
        waiting = { count, mails: [], done }
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
