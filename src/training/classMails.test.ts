import { describe, expect, it } from 'vitest'
import { classMail } from './classMails.ts'

const link = 'https://team.example/here/classes'
const first = {
  en: {
    seated: 'A seat became free in a class you wait for.',
    cancelled: 'A class of yours was cancelled.',
    reminder: 'Your class begins within the next two days.',
  },
  es: {
    seated: 'Quedó libre una plaza en una clase para la que usted espera.',
    cancelled: 'Se canceló una clase suya.',
    reminder: 'Su clase empieza en los próximos dos días.',
  },
} as const

describe.each(['en', 'es'] as const)('mail about a class, in %s', (lang) => {
  it.each(['seated', 'cancelled', 'reminder'] as const)(
    '%s: says what happened first, and where to look',
    (what) => {
      const { subject, text } = classMail(lang, what, link)
      expect(text.startsWith(first[lang][what])).toBe(true)
      expect(text.split(link)).toHaveLength(2)
      expect(text.endsWith('\n')).toBe(true)
      // On a locked phone the subject stands alone: it is the same whatever happened.
      expect(subject).toBe({ en: 'Tailboard: about your class', es: 'Tailboard: sobre su clase' }[lang])
    },
  )
})
