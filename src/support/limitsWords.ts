import type { Phrases } from '../ui/language.ts'

/** What a pack's `yes`, `no` and `unknown` mean, as sentences; what is unknown is gathered under its own heading. */
type Told = Readonly<Record<'yes' | 'no' | 'unknown', string>>

type LimitsWords = {
  readonly title: string
  readonly lead: string
  readonly unreviewed: string
  readonly notReviewed: string
  readonly reviewed: (day: string, counsel: string) => string
  readonly noPack: string
  readonly short: string
  readonly shortly: readonly string[]
  readonly caution: string
  readonly cautionLead: string
  readonly cautions: readonly string[]
  readonly state: (name: string) => string
  readonly federal: string
  readonly bill: string
  readonly statusUnknown: string
  readonly protects: string
  readonly supporter: string
  readonly certified: (issuers: string) => string
  readonly covered: string
  readonly also: string
  readonly retired: Told
  readonly between: Told
  readonly participants: Told
  readonly scene: Told
  readonly notice: Told
  readonly designated: Told
  readonly exceptions: string
  readonly mustTell: Told
  readonly notVerified: string
  readonly unread: Readonly<Record<'protects' | 'supporter' | 'covered' | 'exceptions', string>>
  readonly noted: string
  readonly source: (citation: string, day: string) => string
  readonly advice: string
  readonly whole: string
  readonly sight: string
}

export const limitsWords: Phrases<LimitsWords> = {
  en: {
    title: 'What happens to what I say',
    lead: 'What a peer may keep to themselves, and what they may have to tell. Read it before you talk.',
    unreviewed:
      'No lawyer has reviewed what stands here about the law. It is what we read, and not what a court would decide: don’t lean on it alone.',
    notReviewed: 'No lawyer has reviewed it.',
    reviewed: (day, counsel) => `Reviewed on ${day} by ${counsel}.`,
    noPack: 'Nobody has read this state’s law for us yet. Assume that it protects nothing.',
    short: 'In short',
    shortly: [
      'You choose what you say. You can ask first: “If I told you this, would you have to pass it on?”',
      'What you tell a peer by phone or in person is never written down in Tailboard.',
      'Agencies of one region may have rules of their own. Where they differ, go by the strictest.',
      'In a group, the others hear it too.',
    ],
    caution: 'As a caution, and not as law',
    cautionLead: 'The exceptions were not verified, so take it that a peer may have to tell of any of these:',
    cautions: [
      'a danger to your own life',
      'a threat to somebody else',
      'abuse or neglect of a child, an older or a vulnerable person',
      'a crime that you admit',
      'what their own agency’s rules make them report, above all if they are a supervisor',
      'whatever a court orders',
    ],
    state: (name) => `The law of ${name}`,
    federal: 'Federal law, for federal officers alone',
    bill: 'This is a bill and not law. It protects nothing.',
    statusUnknown: 'Whether and how this became law, we did not read.',
    protects: 'What is protected',
    supporter: 'To whom you have to be talking',
    certified: (issuers) =>
      `Only while they hold a valid certificate of ${issuers}. Ask the peer whether theirs is.`,
    covered: 'Whom it protects',
    also: 'Besides',
    retired: {
      yes: 'Retired people are covered.',
      no: 'Retired people are not covered.',
      unknown: 'whether it covers people who have retired',
    },
    between: {
      yes: 'Talks between incidents are covered.',
      no: 'Talks between incidents are not covered.',
      unknown: 'whether it covers talks between incidents, and not only after one',
    },
    participants: {
      yes: 'Whoever else was in the group is bound too.',
      no: 'Whoever else was in the group is not bound.',
      unknown: 'whether it binds the others in a group; assume that it doesn’t',
    },
    scene: {
      yes: 'The protection fails if the peer was at the scene, a witness or a party. Say so first, and another peer takes over.',
      no: 'It makes no difference whether the peer was at the scene.',
      unknown: 'whether it makes a difference that the peer was at the scene',
    },
    notice: {
      yes: 'You are owed a notice in writing before the first talk.',
      no: 'No notice in writing is asked for.',
      unknown: 'whether you are owed a notice in writing',
    },
    designated: {
      yes: 'The agency must have named the peer before the incident.',
      no: 'The agency need not have named the peer before the incident.',
      unknown: 'whether the agency must have named the peer before the incident',
    },
    exceptions: 'Exceptions that we read',
    mustTell: {
      yes: 'Of these the supporter must tell; it is not left to them.',
      no: 'Of these the supporter may tell, and need not.',
      unknown: 'whether the supporter must tell of an exception, or only may',
    },
    notVerified: 'Not verified',
    unread: {
      protects: 'what exactly is protected',
      supporter: 'who has to be listening for it to count',
      covered: 'whom it protects',
      exceptions: 'whether there are exceptions beyond what stands here',
    },
    noted: 'Worth knowing',
    source: (citation, day) => `${citation}, as read on ${day}:`,
    advice: 'None of this is legal advice.',
    whole: 'All of it, with the law’s text and sources',
    sight: 'What Tailboard itself can and cannot see',
  },
  es: {
    title: 'Qué pasa con lo que digo',
    lead: 'Lo que un compañero puede guardarse y lo que quizá deba contar. Léalo antes de hablar.',
    unreviewed:
      'Ningún abogado ha revisado lo que aquí se dice sobre la ley. Es lo que leímos, no lo que decidiría un tribunal: no se apoye solo en ello.',
    notReviewed: 'Ningún abogado lo ha revisado.',
    reviewed: (day, counsel) => `Revisado el ${day} por ${counsel}.`,
    noPack: 'Nadie ha leído todavía la ley de este estado para nosotros. Suponga que no protege nada.',
    short: 'En pocas palabras',
    shortly: [
      'Usted elige lo que dice. Puede preguntar antes: «Si le contara esto, ¿tendría que comunicarlo?»',
      'Lo que cuenta a un compañero por teléfono o en persona nunca se escribe en Tailboard.',
      'Las agencias de una región pueden tener sus propias reglas. Si difieren, cuente con la más estricta.',
      'En un grupo, también lo oyen los demás.',
    ],
    caution: 'Como precaución, y no como ley',
    cautionLead:
      'No se verificaron las excepciones: cuente con que un compañero quizá deba contar cualquiera de estas cosas:',
    cautions: [
      'un peligro para su propia vida',
      'una amenaza a otra persona',
      'maltrato o abandono de un menor, de una persona mayor o vulnerable',
      'un delito que usted reconozca',
      'lo que las reglas de su propia agencia le obliguen a comunicar, sobre todo si es supervisor',
      'lo que ordene un tribunal',
    ],
    state: (name) => `La ley de ${name}`,
    federal: 'La ley federal, solo para oficiales federales',
    bill: 'Esto es un proyecto y no una ley. No protege nada.',
    statusUnknown: 'No leímos si esto llegó a ser ley, ni cómo.',
    protects: 'Qué se protege',
    supporter: 'Con quién tiene que estar hablando',
    certified: (issuers) =>
      `Solo mientras tenga un certificado vigente de ${issuers}. Pregunte a su compañero si el suyo lo está.`,
    covered: 'A quién protege',
    also: 'Además',
    retired: {
      yes: 'Cubre a las personas retiradas.',
      no: 'No cubre a las personas retiradas.',
      unknown: 'si cubre a las personas retiradas',
    },
    between: {
      yes: 'Cubre las conversaciones entre incidentes.',
      no: 'No cubre las conversaciones entre incidentes.',
      unknown: 'si cubre las conversaciones entre incidentes, y no solo después de uno',
    },
    participants: {
      yes: 'También obliga a quienes estaban en el grupo.',
      no: 'No obliga a quienes estaban en el grupo.',
      unknown: 'si obliga a los demás de un grupo; suponga que no',
    },
    scene: {
      yes: 'La protección falla si el compañero estuvo en el lugar, fue testigo o parte. Dígalo primero, y otro compañero le atenderá.',
      no: 'No importa si el compañero estuvo en el lugar.',
      unknown: 'si importa que el compañero estuviera en el lugar',
    },
    notice: {
      yes: 'Deben darle un aviso por escrito antes de la primera conversación.',
      no: 'No se exige un aviso por escrito.',
      unknown: 'si deben darle un aviso por escrito',
    },
    designated: {
      yes: 'La agencia debe haber nombrado al compañero antes del incidente.',
      no: 'No hace falta que la agencia nombrara al compañero antes del incidente.',
      unknown: 'si la agencia debe haber nombrado al compañero antes del incidente',
    },
    exceptions: 'Excepciones que leímos',
    mustTell: {
      yes: 'De esto tiene que informar quien apoya; no queda a su criterio.',
      no: 'De esto puede informar quien apoya, y no está obligado.',
      unknown: 'si quien apoya debe informar de una excepción, o solo puede',
    },
    notVerified: 'Sin verificar',
    unread: {
      protects: 'qué se protege exactamente',
      supporter: 'quién tiene que estar escuchando para que valga',
      covered: 'a quién protege',
      exceptions: 'si hay más excepciones que las que aquí figuran',
    },
    noted: 'Conviene saberlo',
    source: (citation, day) => `${citation}, leído el ${day}:`,
    advice: 'Nada de esto es asesoramiento legal.',
    whole: 'Todo, con el texto de la ley y las fuentes',
    sight: 'Lo que Tailboard puede ver y lo que no',
  },
}
