import type { Phrases } from '../ui/language.ts'
import type { PackPart } from './course.ts'

type Told = Readonly<Record<'yes' | 'no' | 'unknown', string>>

type PackWords = {
  readonly parts: Readonly<Record<PackPart, string>>
  readonly none: (state: string) => string
  readonly status: Readonly<Record<'law' | 'bill' | 'unknown', string>>
  readonly unknown: Readonly<Record<PackPart, string>>
  readonly certified: (issuers: string) => string
  readonly hours: (hours: number) => string
  readonly licensed: Told
  readonly designated: Told
  readonly retired: Told
  readonly between: Told
  readonly participants: Told
  readonly scene: Told
  readonly notice: Told
  readonly mustTell: Told
  readonly incomplete: string
  readonly source: (citation: string, day: string) => string
  readonly reviewed: (day: string, counsel: string) => string
  readonly notReviewed: string
}

/** A state's law inside a lesson: what it tells, and plainly what nobody read. */
export const packWords: Phrases<PackWords> = {
  en: {
    parts: {
      law: 'the text',
      supporter: 'who has to be listening',
      covered: 'whom it covers',
      protects: 'what it protects',
      exceptions: 'its exceptions',
      notes: 'worth knowing',
      dutyToProtect: 'somebody in danger',
    },
    none: (state) =>
      `Nobody has read the law of ${state} for this region yet. Assume that it protects nothing, and ask your region’s counsel.`,
    status: {
      law: 'This is law.',
      bill: 'This is a bill and not law. It protects nothing.',
      unknown: 'Whether and how this became law, we did not read.',
    },
    unknown: {
      law: 'Unknown.',
      supporter: 'Unknown: what we read doesn’t tell who has to be listening.',
      covered: 'Unknown: what we read doesn’t tell whom it covers.',
      protects: 'Unknown: what we read doesn’t tell what exactly is protected.',
      exceptions: 'Unknown: we read no exception. That doesn’t mean that there is none.',
      notes: 'Nothing more was noted about this law.',
      dutyToProtect: 'Unknown: what we read says nothing about a duty to protect. Ask your region’s counsel.',
    },
    certified: (issuers) => `Only with a valid certificate of ${issuers}.`,
    hours: (hours) => `Training of at least ${hours} hours is asked for.`,
    licensed: {
      yes: 'Licensed mental health professionals are covered by the same text.',
      no: 'Licensed mental health professionals are not covered by this text.',
      unknown: 'Unknown: whether it covers licensed professionals too.',
    },
    designated: {
      yes: 'The agency must have named the peer before the incident.',
      no: 'The agency need not have named the peer before the incident.',
      unknown: 'Unknown: whether the agency must have named the peer before the incident.',
    },
    retired: {
      yes: 'Retired people are covered.',
      no: 'Retired people are not covered.',
      unknown: 'Unknown: whether it covers people who have retired.',
    },
    between: {
      yes: 'Talks between incidents are covered.',
      no: 'Talks between incidents are not covered.',
      unknown: 'Unknown: whether it covers talks between incidents.',
    },
    participants: {
      yes: 'Whoever else was in a group is bound too.',
      no: 'Whoever else was in a group is not bound.',
      unknown: 'Unknown: whether it binds the others in a group. Assume that it doesn’t.',
    },
    scene: {
      yes: 'It fails when the peer was at the scene, a witness or a party.',
      no: 'It makes no difference whether the peer was at the scene.',
      unknown: 'Unknown: whether it makes a difference that the peer was at the scene.',
    },
    notice: {
      yes: 'The person is owed a notice in writing before the first talk.',
      no: 'No notice in writing is asked for.',
      unknown: 'Unknown: whether the person is owed a notice in writing.',
    },
    mustTell: {
      yes: 'Of these the supporter must tell.',
      no: 'Of these the supporter may tell, and need not.',
      unknown: 'Unknown: whether the supporter must tell, or only may.',
    },
    incomplete: 'There may be more: nobody has vouched that this list is whole.',
    source: (citation, day) => `${citation}, as read on ${day}.`,
    reviewed: (day, counsel) => `Reviewed on ${day} by ${counsel}.`,
    notReviewed: 'No lawyer has reviewed it, and it is no legal advice.',
  },
  es: {
    parts: {
      law: 'el texto',
      supporter: 'quién tiene que estar escuchando',
      covered: 'a quién cubre',
      protects: 'qué protege',
      exceptions: 'sus excepciones',
      notes: 'conviene saberlo',
      dutyToProtect: 'alguien en peligro',
    },
    none: (state) =>
      `Nadie ha leído todavía la ley de ${state} para esta región. Suponga que no protege nada y pregunte al asesor legal de su región.`,
    status: {
      law: 'Es ley.',
      bill: 'Es un proyecto y no una ley. No protege nada.',
      unknown: 'No leímos si esto llegó a ser ley, ni cómo.',
    },
    unknown: {
      law: 'Se desconoce.',
      supporter: 'Se desconoce: lo que leímos no dice quién tiene que estar escuchando.',
      covered: 'Se desconoce: lo que leímos no dice a quién cubre.',
      protects: 'Se desconoce: lo que leímos no dice qué se protege exactamente.',
      exceptions: 'Se desconoce: no leímos ninguna excepción. Eso no significa que no las haya.',
      notes: 'No se anotó nada más sobre esta ley.',
      dutyToProtect:
        'Se desconoce: lo que leímos no dice nada de un deber de proteger. Pregunte al asesor legal de su región.',
    },
    certified: (issuers) => `Solo con un certificado vigente de ${issuers}.`,
    hours: (hours) => `Se exige una formación de al menos ${hours} horas.`,
    licensed: {
      yes: 'El mismo texto cubre a los profesionales de salud mental con licencia.',
      no: 'Este texto no cubre a los profesionales de salud mental con licencia.',
      unknown: 'Se desconoce: si cubre también a los profesionales con licencia.',
    },
    designated: {
      yes: 'La agencia debe haber nombrado al compañero antes del incidente.',
      no: 'No hace falta que la agencia nombrara al compañero antes del incidente.',
      unknown: 'Se desconoce: si la agencia debe haber nombrado al compañero antes del incidente.',
    },
    retired: {
      yes: 'Cubre a las personas retiradas.',
      no: 'No cubre a las personas retiradas.',
      unknown: 'Se desconoce: si cubre a las personas retiradas.',
    },
    between: {
      yes: 'Cubre las conversaciones entre incidentes.',
      no: 'No cubre las conversaciones entre incidentes.',
      unknown: 'Se desconoce: si cubre las conversaciones entre incidentes.',
    },
    participants: {
      yes: 'También obliga a quienes estaban en el grupo.',
      no: 'No obliga a quienes estaban en el grupo.',
      unknown: 'Se desconoce: si obliga a los demás de un grupo. Suponga que no.',
    },
    scene: {
      yes: 'Falla si el compañero estuvo en el lugar, fue testigo o parte.',
      no: 'No importa si el compañero estuvo en el lugar.',
      unknown: 'Se desconoce: si importa que el compañero estuviera en el lugar.',
    },
    notice: {
      yes: 'A la persona le corresponde un aviso por escrito antes de la primera conversación.',
      no: 'No se exige un aviso por escrito.',
      unknown: 'Se desconoce: si a la persona le corresponde un aviso por escrito.',
    },
    mustTell: {
      yes: 'De esto tiene que informar quien apoya.',
      no: 'De esto puede informar quien apoya, y no está obligado.',
      unknown: 'Se desconoce: si quien apoya debe informar, o solo puede.',
    },
    incomplete: 'Puede haber más: nadie ha garantizado que esta lista esté completa.',
    source: (citation, day) => `${citation}, leído el ${day}.`,
    reviewed: (day, counsel) => `Revisado el ${day} por ${counsel}.`,
    notReviewed: 'Ningún abogado lo ha revisado, y no es asesoramiento legal.',
  },
}
