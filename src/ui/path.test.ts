import { describe, expect, it } from 'vitest'
import { sms, tel } from './path.ts'

describe('a number to call', () => {
  it.each([
    ['617-555-0199', 'tel:6175550199'],
    ['+1 (617) 555-0199', 'tel:+16175550199'],
    ['617.555.0199 x12', 'tel:6175550199;ext=12'],
    ['617-555-0199 X 3', 'tel:6175550199;ext=3'],
    ['617-555-0199 x', 'tel:6175550199'],
  ])('%s', (number, href) => {
    expect(tel(number)).toBe(href)
  })

  it('is texted without an extension', () => {
    expect(sms('838255')).toBe('sms:838255')
  })
})
