import { describe, expect, it } from 'vitest'
import { isOneSegment } from '../messaging/index.ts'
import { standDownMessage } from './standDownMessage.ts'

const link = 'https://team.peers.example/'
const reasons = ['filled', 'ended', 'cancelled', 'hold_over'] as const

describe.each(['en', 'es'] as const)('what somebody hears who need not come, in %s', (lang) => {
  it.each(reasons.flatMap((reason) => [true, false].map((seated) => [reason, seated] as const)))(
    'of %s, on the team: %s, is one segment and says so where something else stands',
    (stoodDown, seated) => {
      const alone = standDownMessage({ stoodDown, seated }, null, lang)
      const beside = standDownMessage({ stoodDown, seated }, link, lang)
      for (const { text } of [alone, beside]) expect(isOneSegment(text)).toBe(true)
      const only = lang === 'en' ? /only/i : /una sola|solo/i
      for (const words of [beside.mail.text, beside.text, beside.push]) expect(words).toMatch(only)
      for (const words of [alone.mail.text, alone.text, alone.push]) expect(words).not.toMatch(only)
      expect(beside.mail.text).toContain(link)
    },
  )

  it('says not to go to whoever was on a team that is cancelled, and to nobody else', () => {
    const words = lang === 'en' ? /do not go/i : /no vaya/i
    const of = (stoodDown: (typeof reasons)[number], seated: boolean) => {
      const { mail, text, push } = standDownMessage({ stoodDown, seated }, null, lang)
      return [mail.text, text, push].map((one) => words.test(one))
    }
    expect(of('cancelled', true)).toEqual([true, true, true])
    for (const [reason, seated] of [
      ['cancelled', false],
      ['filled', true],
      ['hold_over', false],
    ] as const)
      expect(of(reason, seated)).toEqual([false, false, false])
  })
})
