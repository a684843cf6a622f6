import type { Phrases } from '../ui/language.ts'
import type { Outsider } from './frontOutside.ts'

type OutsideWords = {
  readonly title: string
  readonly lead: string
  readonly who: Readonly<Record<Outsider, { readonly title: string; readonly answer: string }>>
}

export const outsideWords: Phrases<OutsideWords> = {
  en: {
    title: 'In none of these regions?',
    lead: 'Somebody answers you too. You needn’t say who you are.',
    who: {
      veterans: { title: 'Veterans', answer: 'The crisis line has people for veterans and service members.' },
      retired: {
        title: 'Retired, or left the service',
        answer:
          'CopLine answers former officers too. From any other service: the crisis line answers everybody.',
      },
      families: {
        title: 'Families',
        answer: 'You may call for yourself, and you may call because you worry about somebody.',
      },
      elsewhere: {
        title: 'Dispatch, corrections, hospital, and everybody else',
        answer: 'The crisis line answers everywhere in the United States, day and night.',
      },
    },
  },
  es: {
    title: '¿No está en ninguna de estas regiones?',
    lead: 'También hay quien le responda. No hace falta decir quién es.',
    who: {
      veterans: {
        title: 'Veteranos',
        answer: 'La línea de crisis tiene personas para veteranos y militares.',
      },
      retired: {
        title: 'Personas retiradas, o que dejaron el servicio',
        answer:
          'CopLine responde también a quienes fueron policías. De cualquier otro servicio: la línea de crisis responde a todos.',
      },
      families: {
        title: 'Familias',
        answer: 'Puede llamar por usted, y puede llamar porque alguien le preocupa.',
      },
      elsewhere: {
        title: 'Despacho, prisiones, hospitales y todas las demás personas',
        answer: 'La línea de crisis responde en todo Estados Unidos, día y noche.',
      },
    },
  },
}
