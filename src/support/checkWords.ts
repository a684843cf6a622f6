import type { Phrases } from '../ui/language.ts'

type CheckWords = {
  readonly title: string
  readonly lead: string
  readonly diagnosis: string
  readonly own: string
  readonly yes: string
  readonly no: string
  readonly worth: (points: number) => string
  readonly adding: string
  readonly upTo: (from: number, to: number) => string
  readonly sum: string
  readonly callFirst: string
  readonly sure: string
  readonly spanish: string
  readonly unreviewed: string
  readonly reviewed: (day: string, clinician: string) => string
  readonly sources: string
  readonly read: string
  readonly remembered: string
}

export const checkWords: Phrases<CheckWords> = {
  en: {
    title: 'Check in with yourself',
    lead: 'A few questions, for you alone. Nothing is stored or sent. Close this tab, and your answers are gone.',
    diagnosis: 'This is not a diagnosis. If you feel bad, call somebody now, whatever any number says.',
    own: 'Skip what you like. Each answer has its number beside it, so you can add them up yourself.',
    yes: 'Yes',
    no: 'No',
    worth: (points) => `(${points})`,
    adding: 'What the sum may mean',
    upTo: (from, to) => (from === to ? `${from}` : `${from} to ${to}`),
    sum: 'Your sum:',
    callFirst: 'People first. Call one of these now:',
    sure: 'How sure is that?',
    spanish: 'The Spanish of these questions is our own and no validated translation.',
    unreviewed: 'No clinician has reviewed this page yet.',
    reviewed: (day, clinician) => `Reviewed on ${day} by ${clinician}.`,
    sources: 'Sources and rights',
    read: 'Read at',
    remembered: 'So it is generally known; we did not read it at its source.',
  },
  es: {
    title: 'Ver cómo estoy',
    lead: 'Unas preguntas, solo para usted. Nada se guarda ni se envía. Al cerrar esta pestaña, sus respuestas desaparecen.',
    diagnosis:
      'Esto no es un diagnóstico. Si se siente mal, llame a alguien ahora, diga lo que diga cualquier número.',
    own: 'Deje en blanco lo que quiera. Cada respuesta lleva su número al lado, para que pueda sumarlos.',
    yes: 'Sí',
    no: 'No',
    worth: (points) => `(${points})`,
    adding: 'Lo que puede significar la suma',
    upTo: (from, to) => (from === to ? `${from}` : `${from} a ${to}`),
    sum: 'Su suma:',
    callFirst: 'Primero las personas. Llame ahora a una de estas:',
    sure: '¿Qué tan seguro es?',
    spanish: 'El español de estas preguntas es nuestro y no es una traducción validada.',
    unreviewed: 'Ningún profesional clínico ha revisado esta página todavía.',
    reviewed: (day, clinician) => `Revisado el ${day} por ${clinician}.`,
    sources: 'Fuentes y derechos',
    read: 'Leído en',
    remembered: 'Así se sabe en general; no lo leímos en su fuente.',
  },
}
