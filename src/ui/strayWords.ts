import type { Language } from './language.ts'

type Answer = { readonly title: string; readonly line: string }
type Answers = Readonly<
  Record<'missing' | 'foreign' | 'unreadable' | 'too_large' | 'method' | 'broken' | 'busy', Answer>
>

/** What stands on a page that is none: each says what was saved (nothing) and what to do next. */
export const strayWords: Readonly<Record<Language, { line: string; start: string; answers: Answers }>> = {
  en: {
    line: 'peer support and critical incident teams',
    start: 'To the start page',
    answers: {
      missing: {
        title: 'There is nothing at this address.',
        line: 'It may be old, or mistyped. If you have come for help, the numbers below answer.',
      },
      foreign: {
        title: 'This form came from another site.',
        line: 'Nothing was saved. Open the page here again and send it from there.',
      },
      unreadable: {
        title: 'We couldn’t read what was sent.',
        line: 'Nothing was saved. Go back, reload the page and send it again.',
      },
      too_large: {
        title: 'That was more than this page takes.',
        line: 'Nothing was saved. Go back and send less.',
      },
      method: {
        title: 'This page doesn’t take that.',
        line: 'Nothing was saved. Open the page and use its own form.',
      },
      broken: {
        title: 'Something on our side broke.',
        line: 'What you sent just now was not saved. Try again in a moment, or phone the team.',
      },
      busy: {
        title: 'We can’t answer just now.',
        line: 'Wait ten seconds and reload. If you sent a form, look first whether it arrived. If it can’t wait, phone the team.',
      },
    },
  },
  es: {
    line: 'apoyo entre compañeros y equipos de incidentes críticos',
    start: 'Ir al inicio',
    answers: {
      missing: {
        title: 'No hay nada en esta dirección.',
        line: 'Puede ser antigua o estar mal escrita. Si busca ayuda, los números de abajo responden.',
      },
      foreign: {
        title: 'Este formulario llegó desde otro sitio.',
        line: 'No se guardó nada. Abra la página aquí de nuevo y envíela desde ahí.',
      },
      unreadable: {
        title: 'No pudimos leer lo que se envió.',
        line: 'No se guardó nada. Vuelva atrás, recargue la página y envíela otra vez.',
      },
      too_large: {
        title: 'Eso es más de lo que esta página admite.',
        line: 'No se guardó nada. Vuelva atrás y envíe menos.',
      },
      method: {
        title: 'Esta página no admite eso.',
        line: 'No se guardó nada. Abra la página y use su propio formulario.',
      },
      broken: {
        title: 'Algo falló de nuestro lado.',
        line: 'Lo que acaba de enviar no se guardó. Inténtelo de nuevo en un momento o llame al equipo.',
      },
      busy: {
        title: 'Ahora mismo no podemos responder.',
        line: 'Espere diez segundos y recargue. Si envió un formulario, mire primero si llegó. Si no puede esperar, llame al equipo.',
      },
    },
  },
}
