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
  const logged: object[] = []
  const log = { error: (line: object) => void logged.push(line) }
  /** What this system has against somebody, at which word of theirs. */
  let against: { at: 'auth' | 'sender' | 'recipient' | 'text'; reply: Error } | null = null
  const at = (word: 'auth' | 'sender' | 'recipient' | 'text') => (against?.at === word ? against.reply : null)
  let port = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(at('auth'), { user: 'team' }),
    onMailFrom: (_address, _session, done) => done(at('sender')),
    onRcptTo: (_address, _session, done) => done(at('recipient')),
    onData(stream, _session, done) {
      let text = ''
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
      stream.on('end', () => {
        if (at('text') === null) received.push(text)
        done(at('text'))
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
    [550, 'recipient', 'no such user', 'refused'],
    [550, 'recipient', '5.1.1 no such user', 'refused'],
    [552, 'recipient', '5.2.2 mailbox full', 'refused'],
    [550, 'text', '5.1.1 no such user', 'refused'],
    [451, 'recipient', 'come back later', 'unreachable'],
    // Ours to mend: until then nobody's mail may be given up.
    [535, 'auth', '5.7.8 wrong password', 'unreachable'],
    [530, 'recipient', '5.7.0 sign in first', 'unreachable'],
    [553, 'sender', 'dana.m@peers.example may not send here', 'unreachable'],
    [550, 'sender', '5.1.8 sender’s domain unknown', 'unreachable'],
    [550, 'recipient', '5.7.1 relaying denied', 'unreachable'],
    [554, 'recipient', '5.7.1 this host is blocked', 'unreachable'],
    [554, 'text', 'over quota', 'unreachable'],
  ] as const)('knows a %i to the %s, "%s", for what it is: %s', async (responseCode, word, said, outcome) => {
    against = { at: word, reply: Object.assign(new Error(said), { responseCode }) }
    const transport = smtpTransport(`smtp://team:word@127.0.0.1:${port}`, 'noreply@peers.example', log)
    logged.length = 0
    expect(await transport.send(mail)).toBe(outcome)
    against = null
    if (outcome === 'unreachable') expect(await transport.send(mail)).toBe('taken')
    transport.close()
    expect(logged).toHaveLength(outcome === 'unreachable' ? 1 : 0)
    expect(JSON.stringify(logged)).not.toMatch(/@|peers\.example/)
    if (outcome === 'unreachable')
      expect(logged).toMatchObject([{ reply: expect.stringMatching(`^${responseCode}`) }])
  })

  it('says when nobody listens', async () => {
    const transport = smtpTransport('smtp://127.0.0.1:9', 'noreply@peers.example')
    expect(await transport.send(mail)).toBe('unreachable')
    transport.close()
  })
})
