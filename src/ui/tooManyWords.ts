import type { Phrases } from './language.ts'

type TooManyWords = {
  title: string
  wait(minutes: number): string
  reload: string
  kept: string
  send: string
}

export const tooManyWords: Phrases<TooManyWords> = {
  en: {
    title: 'Please wait a little.',
    wait: (minutes) =>
      `From your connection this was tried more often than is usual. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}; nothing is wrong with what you did. If it can’t wait, phone the team.`,
    reload: 'Then reload this page.',
    kept: 'Nothing was saved yet, and what you typed is kept here. Leave this page open, and send it again then.',
    send: 'Send it again',
  },
  es: {
    title: 'Espere un poco, por favor.',
    wait: (minutes) =>
      `Desde su conexión se intentó esto más veces de lo habitual. Espere ${minutes === 1 ? 'un minuto' : `${minutes} minutos`}; usted no hizo nada mal. Si no puede esperar, llame al equipo.`,
    reload: 'Después recargue esta página.',
    kept: 'Todavía no se guardó nada y lo que escribió sigue aquí. Deje esta página abierta y envíelo de nuevo entonces.',
    send: 'Enviar de nuevo',
  },
}
