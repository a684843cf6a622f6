import { describe, expect, it } from 'vitest'
import { cookieRule } from './cookie.ts'
import { wantedIn, wantedLine } from './wanted.ts'

const team = new URL('https://team.peers.example')
const rule = cookieRule(team)
const kept = (path: string) => `${rule.wanted}=${Buffer.from(path).toString('base64url')}`

describe('the page somebody wanted', () => {
  it.each(['/harbor/today', '/harbor/activations/1?startsAt=2026-11-24T18:00', '/harbor/me'])(
    'comes back after signing in: %s',
    (path) => {
      const line = wantedLine(rule, new URL(path, team))
      expect(line).toMatch(
        /^__Host-tailboard-wanted=[\w-]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
      )
      expect(wantedIn(rule, line.split(';')[0]!, team)).toBe(path)
    },
  )

  it.each([
    '//evil.example/x',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/ok\r\nset-cookie: x=y',
    'harbor',
    '/',
    '',
  ])('is never another host’s: %j', (path) => {
    expect(wantedIn(rule, kept(path), team)).toBeNull()
  })

  it('is forgotten when it is as long as a novel', () => {
    expect(wantedLine(rule, new URL(`/${'x'.repeat(4000)}`, team))).toContain('Max-Age=0')
  })

  it('is none without a cookie of ours', () => {
    expect(wantedIn(rule, null, team)).toBeNull()
    expect(wantedIn(rule, `${rule.wanted}=<script>`, team)).toBeNull()
  })
})
