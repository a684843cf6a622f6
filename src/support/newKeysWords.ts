import type { Phrases } from '../ui/language.ts'

const en = {
  subject: 'Tailboard: a colleague made new keys',
  mail: (name: string, link: string) =>
    `${name} lost the keys to their conversations and made new ones. The cards they handed out are void, and for 72 hours nobody can write to them.\n\nIf you know that it was not them, tell your coordinator at once: until then nobody is harmed.\n\n${link}\n`,
}

const es: typeof en = {
  subject: 'Tailboard: un colega hizo llaves nuevas',
  mail: (name, link) =>
    `${name} perdió las llaves de sus conversaciones e hizo otras. Las tarjetas que repartió ya no valen, y durante 72 horas nadie puede escribirle.\n\nSi sabe que no fue esa persona, avise enseguida a la coordinación: hasta entonces nadie sufre daño.\n\n${link}\n`,
}

/** What the other peers hear when one of them made new keys after a loss. */
export const newKeysWords: Phrases<typeof en> = { en, es }
