import type { Language, Phrases } from '../ui/language.ts'
import type { Renewing } from './lapse.ts'

type Mail = { readonly subject: string; readonly text: string }
type About = {
  readonly days: number
  readonly lastDay: string
  /** Whoever holds it is called out only while it holds. */
  readonly bars: boolean
  readonly how: Renewing
  /** When and where the next class of its course is; null: none is planned, or no class renews it. */
  readonly next: string | null
}

/**
 * Notifications carry no content: which course and which paper stand behind the sign-in. When and where the next class of ours meets
 * is no secret: everybody reads it in the calendar of classes.
 */
const en = {
  certificate: (link: string): Mail => ({
    subject: 'Tailboard: your certificate is there',
    text: `You finished a course, and its certificate is there: as a page to print, and as a file that anybody can check.\n\n${link}\n`,
  }),
  approved: (link: string): Mail => ({
    subject: 'Tailboard: your course is open',
    text: `A coordinator said yes to your enrolment. You can begin.\n\n${link}\n`,
  }),
  lapse: (link: string, { days, lastDay, bars, how, next }: About): Mail => ({
    subject: `Tailboard: a paper of yours runs out in ${days} days or less`,
    text: `A paper of yours holds until ${lastDay}. ${
      bars
        ? 'After that day you are not called out until it is renewed.'
        : 'Whether you are called out does not depend on it. This is how you keep it.'
    }\n\n${
      how === 'agreement'
        ? 'Sign it again with your coordinator.'
        : how === 'issuer'
          ? 'Renew it with whoever issued it, then enter the new one.'
          : next === null
            ? 'No class is planned at the moment. Ask your coordinator.'
            : `The next class: ${next}.`
    }\n\nSee which paper, and what to do: ${link}\n`,
  }),
}

const es: typeof en = {
  certificate: (link) => ({
    subject: 'Tailboard: su certificado está listo',
    text: `Terminó un curso y su certificado está listo: como página para imprimir y como archivo que cualquiera puede comprobar.\n\n${link}\n`,
  }),
  approved: (link) => ({
    subject: 'Tailboard: su curso está abierto',
    text: `Una coordinación aceptó su inscripción. Puede comenzar.\n\n${link}\n`,
  }),
  lapse: (link, { days, lastDay, bars, how, next }) => ({
    subject: `Tailboard: un documento suyo vence en ${days} días o menos`,
    text: `Un documento suyo vale hasta el ${lastDay}. ${
      bars
        ? 'Después de ese día no se le convoca hasta que se renueve.'
        : 'Que se le convoque no depende de él. Así lo conserva.'
    }\n\n${
      how === 'agreement'
        ? 'Fírmelo de nuevo con su coordinación.'
        : how === 'issuer'
          ? 'Renuévelo con quien lo emitió y anote después el nuevo.'
          : next === null
            ? 'Por ahora no hay ninguna clase prevista. Pregunte a su coordinación.'
            : `La próxima clase: ${next}.`
    }\n\nVea qué documento es y qué hacer: ${link}\n`,
  }),
}

const words: Phrases<typeof en> = { en, es }
export const trainingMails = (lang: Language): typeof en => words[lang]
