import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smtpTransport } from './smtp.server.ts'

const mail = {
  to: 'dana.m@peers.example',
  subject: 'Tailboard',
  text: 'Something waits.\n',
  messageId: 'offer.1@tailboard',
}

describe('mail on the wire', () => {
  const received: string[] = []
  let answer: Error | null = null
  let port = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(answer),
    onData(stream, _session, done) {
      let text = ''
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
      stream.on('end', () => {
        received.push(text)
        done()
      })
    },
  })
  beforeAll(async () => {
    await new Promise<void>((resolve) => {
      const listening = server.listen(0, '127.0.0.1', () => resolve())
      listening.on('listening', () => {
        port = (listening.address() as { port: number }).port
      })
    })
  })
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))

  it('hands the message over under the same Message-ID each time', async () => {
    const transport = smtpTransport(`smtp://127.0.0.1:${port}`, 'Tailboard <noreply@peers.example>')
    expect(await transport.send(mail)).toBe('taken')
    expect(await transport.send(mail)).toBe('taken')
    expect(received.map((text) => /^Message-ID: (.+)\r$/im.exec(text)?.[1])).toEqual([
      '<offer.1@tailboard>',
      '<offer.1@tailboard>',
    ])
    transport.close()
  })

  it.each([
    [550, 'refused'],
    [451, 'unreachable'],
  ] as const)('knows a %i for what it is: %s', async (responseCode, outcome) => {
    answer = Object.assign(new Error('no'), { responseCode })
    const transport = smtpTransport(`smtp://127.0.0.1:${port}`, 'noreply@peers.example')
    expect(await transport.send(mail)).toBe(outcome)
    transport.close()
    answer = null
  })

  it('says when nobody listens', async () => {
    const transport = smtpTransport('smtp://127.0.0.1:9', 'noreply@peers.example')
    expect(await transport.send(mail)).toBe('unreachable')
    transport.close()
  })
})
