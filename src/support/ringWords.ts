import type { Phrases } from '../ui/language.ts'

const en = {
  subject: 'Tailboard: something waits for you',
  mail: (link: string) => `Something waits for you.\n\nOpen it: ${link}\n`,
  text: (_link: string) => 'Tailboard: something waits for you. Open it.',
  push: 'Tailboard: something waits for you. Open it.',
}

const es: typeof en = {
  subject: 'Tailboard: algo le espera',
  mail: (link) => `Algo le espera.\n\nÁbralo: ${link}\n`,
  text: (_link) => 'Tailboard: algo le espera. Abra Tailboard.',
  push: 'Tailboard: algo le espera. Abra Tailboard.',
}

/** What a peer hears of a conversation: not that it is one. */
export const ringWords: Phrases<typeof en> = { en, es }
