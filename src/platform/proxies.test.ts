import { describe, expect, it } from 'vitest'
import { callerAddress, trustedFrom } from './proxies.server.ts'

const trusted = trustedFrom('127.0.0.1, 10.0.0.0/8 2001:db8:1::/48')!
const nobody = trustedFrom('')!

describe('who calls', () => {
  it.each([
    ['a socket that is no proxy of ours, whatever it says', '203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['whom our proxy heard from', '127.0.0.1', '198.51.100.1', '198.51.100.1'],
    [
      'the right-most one, for what stands left of it is invented',
      '127.0.0.1',
      '1.1.1.1, 198.51.100.1',
      '198.51.100.1',
    ],
    ['the one before a second proxy of ours', '127.0.0.1', '1.1.1.1, 198.51.100.1, 10.2.3.4', '198.51.100.1'],
    ['the proxy itself when it says nothing', '127.0.0.1', null, '127.0.0.1'],
    ['the proxy itself when what it says is no address', '127.0.0.1', '198.51.100.1, unknown', '127.0.0.1'],
    ['the outermost proxy of ours when all are ours', '127.0.0.1', '10.1.1.1, 10.2.2.2', '10.1.1.1'],
    ['an address with its port', '127.0.0.1', '198.51.100.1:50123', '198.51.100.1'],
    ['IPv6 in brackets', '2001:db8:1::9', '[2001:db8:9::1]:443', '2001:db8:9::1'],
    ['one behind a socket that writes IPv4 as IPv6', '::ffff:127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['nobody known', null, '198.51.100.1', null],
  ])('is %s', (_what, socket, said, who) => {
    expect(callerAddress(socket, said, trusted)).toBe(who)
  })

  it('is the socket’s own address where no proxy is named', () => {
    expect(callerAddress('127.0.0.1', '198.51.100.1', nobody)).toBe('127.0.0.1')
  })

  it.each(['localhost', '10.0.0.0/33', '::1/129', '10.0.0.0/8/8', '10.0.0.0/', '10.0.0'])(
    'refuses %s',
    (list) => {
      expect(trustedFrom(list)).toBeNull()
    },
  )
})
