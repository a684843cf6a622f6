import type { Phrases } from '../ui/language.ts'

const en = {
  subject: 'Tailboard: something is new on your page',
  mail: (link: string) =>
    `Something is new on your page.\n\nOpen it: ${link}\n\nYou asked to be mailed; there you also turn it off.\n`,
}

const es: typeof en = {
  subject: 'Tailboard: hay algo nuevo en su página',
  mail: (link) =>
    `Hay algo nuevo en su página.\n\nÁbrala: ${link}\n\nUsted pidió este correo; allí también puede desactivarlo.\n`,
}

/** What a contact is mailed: nothing of what was asked for. */
export const agencyAskedWords: Phrases<typeof en> = { en, es }
