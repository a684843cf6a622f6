import type { Phrases } from '../ui/language.ts'

const en = {
  subject: 'Tailboard: a colleague made new keys',
  mail: (name: string, link: string) =>
    `${name} lost the keys to their conversations and made new ones. The cards they handed out are void, and for 72 hours nobody can write to them.\n\nIf you know that it was not them, tell your coordinator at once.\n\n${link}\n`,
  ownSubject: 'Tailboard: new keys were made in your name',
  ownMail: (phone: string) =>
    `Somebody signed in as you said that the keys to your conversations were lost, and made new ones. The cards you handed out are void, your six words are others, and for 72 hours nobody can write to you.\n\nIf that was you, print your new card.\n\nIf that was not you, tell your coordinator and an administrator at once, and call the team: ${phone}. Somebody else may be using your account.\n`,
}

const es: typeof en = {
  subject: 'Tailboard: un colega hizo llaves nuevas',
  mail: (name, link) =>
    `${name} perdió las llaves de sus conversaciones e hizo otras. Las tarjetas que repartió ya no valen, y durante 72 horas nadie puede escribirle.\n\nSi sabe que no fue esa persona, avise enseguida a la coordinación.\n\n${link}\n`,
  ownSubject: 'Tailboard: se hicieron llaves nuevas en su nombre',
  ownMail: (phone) =>
    `Alguien que entró con su cuenta dijo que las llaves de sus conversaciones se perdieron, e hizo otras. Las tarjetas que repartió ya no valen, sus seis palabras son otras, y durante 72 horas nadie puede escribirle.\n\nSi fue usted, imprima su tarjeta nueva.\n\nSi no fue usted, avise enseguida a la coordinación y a la administración, y llame al equipo: ${phone}. Quizá otra persona use su cuenta.\n`,
}

/** What a peer hears, and the other peers, when new keys were made after a loss. */
export const newKeysWords: Phrases<typeof en> = { en, es }
