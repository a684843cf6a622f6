import { describe, expect, it } from 'vitest'
import { ConfigProblem, parseConfig } from './config.server.ts'

describe('the configuration', () => {
  it('needs nothing', () => {
    const config = parseConfig({})
    expect(config).toMatchObject({
      port: 3000,
      databaseUrl: null,
      demo: false,
      mailbox: false,
      smtpUrl: null,
    })
    expect(config.publicUrl.href).toBe('http://localhost:3000/')
  })

  it('takes an empty variable as not given', () => {
    expect(parseConfig({ PORT: '', DATABASE_URL: '' })).toEqual(parseConfig({}))
  })

  it('gives the team a host of its own', () => {
    const config = parseConfig({ PUBLIC_URL: 'https://peers.example:8443' })
    expect(config.teamUrl.host).toBe('team.peers.example:8443')
  })

  it.each([
    ['PORT', '70000'],
    ['PORT', '80.5'],
    ['DATABASE_URL', 'mysql://somebody:hidden@host'],
    ['DATABASE_ADMIN_URL', 'hidden'],
    ['TAILBOARD_DEMO', 'yes hidden'],
    ['PUBLIC_URL', 'hidden'],
    ['SMTP_URL', 'http://somebody:hidden@host'],
    ['VAPID_PRIVATE_KEY', 'hidden'],
    ['VAPID_PRIVATE_KEY', 'A'.repeat(43)],
    ['VAPID_SUBJECT', 'hidden@peers.example'],
    ['HOST', 'hidden.example'],
    ['HOST', '127.0.0'],
    ['TRUSTED_PROXIES', '10.0.0.0/33 hidden'],
    ['SECURITY_CONTACT', 'hidden@peers.example'],
    ['SECURITY_CONTACT', 'http://hidden.example'],
  ])('names %s and what was expected, not the value %s', (name, value) => {
    const problem = (() => {
      try {
        return parseConfig({ [name]: value })
      } catch (error) {
        return error
      }
    })()
    expect(problem).toBeInstanceOf(ConfigProblem)
    const message = (problem as ConfigProblem).message
    expect(message).toMatch(new RegExp(`^${name} should be .+\\.$`))
    expect(message).not.toContain('hidden')
    expect(message).not.toContain('70000')
    expect(message).not.toContain('AAAA')
  })

  it('is heard by this machine alone, unless TLS ends before it and nothing is played', () => {
    const https = { PUBLIC_URL: 'https://peers.example' }
    expect(parseConfig({}).host).toBe('127.0.0.1')
    for (const HOST of ['127.0.0.2', '::1', 'localhost']) expect(parseConfig({ HOST }).host).toBe(HOST)
    for (const HOST of ['0.0.0.0', '::', '10.0.0.5', '128.0.0.1']) {
      expect(parseConfig({ ...https, HOST }).host).toBe(HOST)
      expect(() => parseConfig({ HOST })).toThrow(/^HOST should be .* until PUBLIC_URL is https/)
      for (const playing of ['TAILBOARD_DEMO', 'TAILBOARD_DEV'])
        expect(() => parseConfig({ ...https, HOST, [playing]: '1' })).toThrow(/^HOST should be .* while TAIL/)
    }
  })

  it('believes no proxy that is not named', () => {
    expect(parseConfig({}).trustedProxies).toBeNull()
    expect(parseConfig({ TRUSTED_PROXIES: '10.0.0.0/8' }).trustedProxies!.check('10.1.1.1')).toBe(true)
  })

  it('takes a phone company whole, and a second one beside it', () => {
    const first = { SMS_URL: 'https://AC1:token@sms.example', SMS_FROM: '+16175550100' }
    const second = { SMS_BACKUP_URL: 'https://AC2:token@calls.example', SMS_BACKUP_FROM: '+16175550101' }
    expect(parseConfig({}).phones).toEqual([])
    expect(parseConfig({ ...first, ...second }).phones).toEqual([
      { name: 'first', url: first.SMS_URL, from: first.SMS_FROM },
      { name: 'second', url: second.SMS_BACKUP_URL, from: second.SMS_BACKUP_FROM },
    ])
    expect(parseConfig(second).phones.map((one) => one.name)).toEqual(['second'])
  })

  it.each(['SMS', 'SMS_BACKUP'])('names the half of %s that is missing', (which) => {
    const halves = { [`${which}_URL`]: 'https://AC1:secret@sms.example', [`${which}_FROM`]: '+16175550100' }
    for (const missing of Object.keys(halves)) {
      const given = Object.fromEntries(Object.entries(halves).filter(([name]) => name !== missing))
      expect(() => parseConfig(given)).toThrow(ConfigProblem)
      expect(() => parseConfig(given)).toThrow(new RegExp(`^${missing} should be `))
      expect(() => parseConfig(given)).not.toThrow(/secret/)
    }
  })

  it('is known to push services by its page, or by an address where nobody else can open that', () => {
    expect(parseConfig({}).vapid).toEqual({ privateKey: null, subject: 'mailto:noreply@localhost' })
    expect(parseConfig({ PUBLIC_URL: 'https://peers.example/x' }).vapid.subject).toBe('https://peers.example')
    const chosen = { VAPID_SUBJECT: 'mailto:operator@peers.example', VAPID_PRIVATE_KEY: `B${'A'.repeat(42)}` }
    expect(parseConfig(chosen).vapid).toEqual({
      privateKey: chosen.VAPID_PRIVATE_KEY,
      subject: chosen.VAPID_SUBJECT,
    })
  })

  it('names every wrong variable at once', () => {
    expect(() => parseConfig({ PORT: 'x', SMTP_URL: 'x' })).toThrow(/PORT should be.*\nSMTP_URL should be/)
  })

  it('keeps erasure keys out of the data folder and out of its database', () => {
    const url = 'postgres://app@127.0.0.1/peers'
    expect(parseConfig({}).erasure).toMatchObject({ url: null })
    expect(parseConfig({}).erasure.folder).toMatch(/keys$/)
    for (const folder of ['./data', './data/keys', './data/../data/keys'])
      expect(() => parseConfig({ TAILBOARD_KEYS: folder })).toThrow(
        /TAILBOARD_KEYS should be a folder outside/,
      )
    expect(parseConfig({ TAILBOARD_KEYS: './data-keys' }).erasure.folder).toMatch(/data-keys$/)
    expect(() => parseConfig({ DATABASE_URL: url, ERASURE_URL: url })).toThrow(/ERASURE_URL should be/)
    expect(parseConfig({ DATABASE_URL: url, ERASURE_URL: `${url}_keys` }).erasure.url).toBe(`${url}_keys`)
  })
})
