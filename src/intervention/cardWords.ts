import { incidentWords } from '../incident/index.ts'
import type { Language, Phrases } from '../ui/language.ts'
import type { CardType } from './card.ts'

const en = {
  over: 'Facilitator’s card · for preparing; print it for the room',
  oneToOne: 'Individual crisis intervention (one to one, SAFER-R)',
  print: 'Print this page for the room: a phone there makes a crew think it is recorded.',
  lengthWho: 'Length and who',
  guidance: 'Guidance; sources differ',
  phase: (number: number, of: number) => `Phase ${number} of ${of}`,
  minutes: (minutes: string) => `about ${minutes} min`,
  ask: 'You might say',
  watch: 'Watch for',
  rules: 'Read aloud: the ground rules',
  ruleList: [
    'What is said here stays here. What you learned for yourself you may take along.',
    'Nobody has to speak. You may pass, and you may leave quietly and come back.',
    'Speak for yourself only.',
    'There is no rank in this room.',
    'This is no critique of the operation and no investigation.',
    'Say nothing that could incriminate you or somebody else.',
    'Phones and radios off. No notes, no recording, nothing on social media, before or after.',
    'If somebody here was not part of this, please say so now.',
  ],
  limits: 'Read aloud: what we may have to tell',
  limitsKnown: 'The law’s exceptions, as far as we read it:',
  limitsUnknown:
    'The exceptions of this state’s law were not verified. As a caution, and not as law, a supporter may have to tell of:',
  cautions: [
    'a danger to your own life or somebody else’s',
    'abuse of a child, an older or a vulnerable person',
    'a crime that you admit',
    'whatever a court orders',
  ],
  participants: {
    yes: 'The law binds whoever sits in the circle too.',
    no: 'The law binds us, not each other: somebody in the circle could be asked.',
    unknown: 'Whether the law binds you among each other, the text does not tell. Assume that it doesn’t.',
  },
  noPack: 'Nobody has read this state’s law for us yet. Promise nothing; ask counsel.',
  bill: 'This text is a bill and not law: it protects nothing.',
  notReviewed: 'No counsel has reviewed this yet.',
  reviewed: (on: string, by: string) => `Reviewed ${on} by ${by}.`,
  read: (citation: string, on: string) => `${citation}, read ${on}.`,
  nothing: 'Nothing is ever entered on this page.',
  sources: 'Sources',
  written: (on: string) => `Written ${on}.`,
  cards: 'Facilitator’s cards',
  cardsLead: 'Once opened on this phone, a card opens without a network too.',
}

const es: typeof en = {
  over: 'Tarjeta de quien dirige · para preparar; imprímala para la sala',
  oneToOne: 'Intervención individual en crisis (de persona a persona, SAFER-R)',
  print: 'Imprima esta página para la sala: un teléfono ahí hace pensar que se graba.',
  lengthWho: 'Duración y quién',
  guidance: 'Orientación; las fuentes difieren',
  phase: (number, of) => `Fase ${number} de ${of}`,
  minutes: (minutes) => `unos ${minutes} min`,
  ask: 'Puede decir',
  watch: 'Fíjese en',
  rules: 'Léalo en voz alta: las reglas',
  ruleList: [
    'Lo que se dice aquí se queda aquí. Lo que aprendió para usted, puede llevárselo.',
    'Nadie tiene que hablar. Puede pasar, y puede salir en silencio y volver.',
    'Hable solo por usted.',
    'En esta sala no hay rangos.',
    'Esto no es una crítica de la operación ni una investigación.',
    'No diga nada que pueda incriminarle o incriminar a otra persona.',
    'Teléfonos y radios apagados. Sin notas, sin grabar, nada en redes, ni antes ni después.',
    'Si alguien aquí no participó, por favor dígalo ahora.',
  ],
  limits: 'Léalo en voz alta: lo que quizá debamos contar',
  limitsKnown: 'Las excepciones de la ley, hasta donde la leímos:',
  limitsUnknown:
    'Las excepciones de la ley de este estado no se verificaron. Como precaución, y no como ley, quien apoya quizá deba contar:',
  cautions: [
    'un peligro para su vida o la de otra persona',
    'abuso de un menor, de una persona mayor o vulnerable',
    'un delito que usted reconozca',
    'lo que ordene un tribunal',
  ],
  participants: {
    yes: 'La ley obliga también a quien está en el círculo.',
    no: 'La ley nos obliga a nosotros, no entre ustedes: a alguien del círculo podrían preguntarle.',
    unknown: 'El texto no dice si la ley les obliga entre ustedes. Suponga que no.',
  },
  noPack: 'Nadie ha leído todavía la ley de este estado para nosotros. No prometa nada; consulte.',
  bill: 'Este texto es un proyecto y no una ley: no protege nada.',
  notReviewed: 'Ningún abogado lo ha revisado todavía.',
  reviewed: (on, by) => `Revisado el ${on} por ${by}.`,
  read: (citation, on) => `${citation}, leída el ${on}.`,
  nothing: 'En esta página nunca se anota nada.',
  sources: 'Fuentes',
  written: (on) => `Escrito el ${on}.`,
  cards: 'Tarjetas de quien dirige',
  cardsLead: 'Una vez abierta en este teléfono, una tarjeta se abre también sin red.',
}

/** What stands around a card's own content. */
export const cardWords: Phrases<typeof en> = { en, es }

export function cardTitle(type: CardType, lang: Language): string {
  return type === 'oneToOne' ? cardWords[lang].oneToOne : incidentWords[lang].type[type]
}
