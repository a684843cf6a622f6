import type { Language, Phrases } from '../ui/language.ts'

/** Notifications carry no content: neither which course nor where, for a mailbox is often somebody else's too. */
const en = {
  subject: 'Tailboard: about your class',
  seated: (link: string) =>
    `A seat became free in a class you wait for. It is yours now.\n\nSee when and where: ${link}\n\nIf you can't come, give it back there, and the next person has it.\n`,
  cancelled: (link: string) =>
    `A class of yours was cancelled. There is nothing to do.\n\nSee which one, and what else is planned: ${link}\n`,
  reminder: (link: string) =>
    `Your class begins within the next two days.\n\nSee when and where: ${link}\n\nIf you can't come, give your seat back there, and somebody else has it.\n`,
}

const es: typeof en = {
  subject: 'Tailboard: sobre su clase',
  seated: (link) =>
    `Quedó libre una plaza en una clase para la que usted espera. Ahora es suya.\n\nVea cuándo y dónde: ${link}\n\nSi no puede ir, devuélvala allí y será para la siguiente persona.\n`,
  cancelled: (link) =>
    `Se canceló una clase suya. No hay nada que hacer.\n\nVea cuál es y qué más está previsto: ${link}\n`,
  reminder: (link) =>
    `Su clase empieza en los próximos dos días.\n\nVea cuándo y dónde: ${link}\n\nSi no puede ir, devuelva su plaza allí y será para otra persona.\n`,
}

const words: Phrases<typeof en> = { en, es }

export function classMail(lang: Language, what: 'seated' | 'cancelled' | 'reminder', link: string) {
  return { subject: words[lang].subject, text: words[lang][what](link) }
}
