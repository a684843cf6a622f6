import { describe, expect, it } from 'vitest'
import { secretsFrom } from '../platform/secrets.server.ts'
import { endpointOf, keepFor, makerOf, restUntil } from './push.ts'
import { canSealFor, vapidKeys } from './webPush.server.ts'

describe('an address a browser hands out', () => {
  it.each([
    ['https://fcm.googleapis.com/fcm/send/abc:def', 'chrome'],
    ['https://updates.push.services.mozilla.com/wpush/v2/abc', 'firefox'],
    ['https://web.push.apple.com/abc', 'safari'],
    ['https://wns2-by3p.notify.windows.com/w/?token=abc', 'edge'],
    ['https://push.example/abc', 'other'],
  ])('%s is %s’s', (endpoint, maker) => {
    expect(endpointOf(endpoint, false)).toBe(endpoint)
    expect(makerOf(endpoint)).toBe(maker)
  })

  it.each([
    'http://push.example/abc',
    'http://127.0.0.1:9/abc',
    'https://127.0.0.1/abc',
    'https://0x7f.1/abc',
    'https://[::1]/abc',
    'https://localhost/abc',
    'https://db.internal/abc',
    'https://push.example:5432/abc',
    'https://somebody:hidden@push.example/abc',
    'https://push.example/abc#d',
    `https://push.example/${'a'.repeat(1000)}`,
    'ftp://push.example/abc',
    'javascript:alert(1)',
    '',
  ])('%s is none', (typed) => {
    expect(endpointOf(typed, false)).toBeNull()
  })

  it('may be a stand-in on this machine, where that is allowed, and on no other one', () => {
    expect(endpointOf('http://127.0.0.1:9/abc', true)).toBe('http://127.0.0.1:9/abc')
    expect(endpointOf('http://10.0.0.1/abc', true)).toBeNull()
    expect(endpointOf('http://localhost.push.example/abc', true)).toBeNull()
  })
})

describe('how long', () => {
  const now = Temporal.Instant.from('2060-03-01T07:00:00Z')
  it.each([
    ['an answer due in twenty minutes', now.add({ minutes: 20 }), 1200],
    ['one due days from now', now.add({ hours: 90 }), 12 * 3600],
    ['one that was due', now.subtract({ minutes: 5 }), 60],
    ['nothing due', null, 12 * 3600],
  ])('%s is kept for a device that is off', (_what, until, seconds) => {
    expect(keepFor(until, now)).toBe(seconds)
  })

  it.each([
    [null, null],
    ['0', null],
    ['soon', null],
    ['30', 30],
    ['86400', 900],
    ['Mon, 01 Mar 2060 07:02:00 GMT', 120],
    ['Mon, 01 Mar 2060 06:00:00 GMT', null],
  ])('Retry-After: %s means to wait %s seconds', (retryAfter, seconds) => {
    expect(restUntil(retryAfter, now)).toEqual(seconds === null ? null : now.add({ seconds }))
  })
})

describe('the keys of an installation', () => {
  const secrets = secretsFrom(Buffer.alloc(32, 7))
  it('are the same in each of its processes, and another one’s are others', () => {
    expect(vapidKeys(secrets, null)).toEqual(vapidKeys(secretsFrom(Buffer.alloc(32, 7)), null))
    expect(vapidKeys(secrets, null)).not.toEqual(vapidKeys(secretsFrom(Buffer.alloc(32, 8)), null))
    expect(Buffer.from(vapidKeys(secrets, null).publicKey, 'base64url')).toHaveLength(65)
  })

  it('may be chosen', () => {
    const { privateKey, publicKey } = vapidKeys(secretsFrom(Buffer.alloc(32, 9)), null)
    expect(vapidKeys(secrets, privateKey)).toEqual({ privateKey, publicKey })
  })

  it('pass over a number that is no key', () => {
    const second = secrets.key('web push 2')
    const unlucky = {
      ...secrets,
      key: (purpose: string) => (purpose === 'web push 1' ? Buffer.alloc(32) : secrets.key(purpose)),
    }
    expect(vapidKeys(unlucky, null).privateKey).toBe(second.toString('base64url'))
  })

  it('seal for a browser whose own key is on the curve', () => {
    const { publicKey } = vapidKeys(secrets, null)
    const auth = 'A'.repeat(22)
    expect(canSealFor(publicKey, auth)).toBe(true)
    expect(canSealFor(`B${'A'.repeat(86)}`, auth)).toBe(false)
    expect(canSealFor(publicKey, 'A'.repeat(21))).toBe(false)
    expect(canSealFor('', '')).toBe(false)
  })
})
