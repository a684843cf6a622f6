import type { Phrases } from '../ui/language.ts'

/** A subject and a text each; where and what is said behind the link alone. `version` 1: it was never there before. */
const en = {
  mail: (link: string) => `Open it: ${link}\n`,
  changed: (version: number) =>
    version > 1
      ? {
          subject: 'Tailboard: the briefing for your session changed',
          text: 'Tailboard scheduling: the briefing for your session changed. Open:',
        }
      : {
          subject: 'Tailboard: the briefing for your session is there',
          text: 'Tailboard scheduling: the briefing for your session is there. Open:',
        },
  soon: (leads: boolean, by: string) =>
    leads
      ? {
          subject: `Tailboard: brief your team at ${by}`,
          text: `Tailboard scheduling: brief your team at ${by}. Open:`,
        }
      : {
          subject: `Tailboard: your team is briefed at ${by}`,
          text: `Tailboard scheduling: your team is briefed at ${by}. Open:`,
        },
  missing: {
    subject: 'Tailboard: a briefing is still missing',
    text: 'Tailboard scheduling: a session is near and its briefing is missing. Open:',
  },
}

const es: typeof en = {
  mail: (link) => `Ábralo: ${link}\n`,
  changed: (version) =>
    version > 1
      ? {
          subject: 'Tailboard: cambiaron las instrucciones de su sesión',
          text: 'Tailboard turnos: cambiaron las instrucciones. Abra:',
        }
      : {
          subject: 'Tailboard: ya están las instrucciones de su sesión',
          text: 'Tailboard turnos: hay instrucciones para usted. Abra:',
        },
  soon: (leads, by) =>
    leads
      ? {
          subject: `Tailboard: reúna a su equipo a las ${by}`,
          text: `Tailboard turnos: hable con su equipo a las ${by}. Abra:`,
        }
      : {
          subject: `Tailboard: su equipo se reúne a las ${by}`,
          text: `Tailboard turnos: su equipo se encuentra a las ${by}. Abra:`,
        },
  missing: {
    subject: 'Tailboard: faltan unas instrucciones',
    text: 'Tailboard turnos: pronto empieza algo y faltan instrucciones. Abra:',
  },
}

/** What goes out about a briefing. */
export const briefingMessages: Phrases<typeof en> = { en, es }
