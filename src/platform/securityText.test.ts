import { expect, it } from 'vitest'
import { securityText } from './securityText.ts'

it('says whom to tell, and ends within a year at the start of a day', () => {
  const now = Temporal.Instant.from('2026-09-19T17:34:56Z')
  const text = securityText(
    'mailto:security@peers.example',
    'https://peers.example/.well-known/security.txt',
    now,
  )
  expect(text).toBe(
    [
      'Contact: mailto:security@peers.example',
      'Expires: 2027-03-18T00:00:00Z',
      'Preferred-Languages: en, es',
      'Canonical: https://peers.example/.well-known/security.txt',
      '',
    ].join('\n'),
  )
})
