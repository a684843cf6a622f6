import type { Language, Words } from '../ui/language.ts'
import { type Fault, faultsSaid } from './faultsSaid.ts'
import type { TrainingCode } from './problems.ts'

/** What papers, continued training and renewals refuse. */
type PaperCode = Extract<
  TrainingCode,
  | 'not_allowed'
  | 'name_missing'
  | 'text_missing'
  | 'text_unreadable'
  | 'not_a_choice'
  | 'number_wrong'
  | 'day_missing'
  | 'in_future'
  | 'ends_before_start'
  | 'expires_late'
  | 'before_start'
  | 'not_begun'
  | 'claim_known'
  | 'own_paper'
  | 'own_course'
  | 'like_own_course'
  | 'paper_of_other'
  | 'unknown_paper'
  | 'checked_already'
  | 'renewal_early'
  | 'certificate_revoked'
  | 'course_closed'
  | 'course_outline'
  | 'take_before'
  | 'too_many'
>

const words: Words<PaperCode> = {
  en: {
    not_allowed: 'Your role doesn’t do this. Ask a coordinator.',
    name_missing: 'Write your name, with at most 80 letters.',
    text_missing: 'Fill this in.',
    text_unreadable: 'Use one shorter line of ordinary letters.',
    not_a_choice: 'Choose one of the list.',
    number_wrong: 'Write whole minutes, from 1 to 6000.',
    day_missing: 'Choose a day.',
    in_future: 'This day lies ahead. Give the day it happened.',
    ends_before_start: 'It ends before it begins. Give a later day.',
    expires_late: 'More than ten years after it was issued. Give the day on the paper; renew it later.',
    before_start:
      'What counts here begins the day after your first certificate, or after you joined the team. This was earlier.',
    not_begun: 'It begins with your first certificate, or when you join the team. Come back then.',
    claim_known: 'You entered this paper already, with the same number and day. See the list below.',
    own_course:
      'This is a course of ours. Nothing is entered: its certificate comes by itself when it is finished.',
    like_own_course:
      'Courses of ours are named like this. Write the name without a dash, or with a capital letter. If it stands in the list like this, ask an administrator to rename it in the policy.',
    own_paper: 'This is about yourself. Somebody else who keeps training has to look at it.',
    paper_of_other: 'This very paper is on somebody else’s file. Compare the number, or do not accept it.',
    unknown_paper: 'There is no such entry here. Go back to the list.',
    checked_already: 'Somebody decided on this already, and otherwise. Look at the list again.',
    renewal_early:
      'This certificate holds for a long time still. It can be renewed from 90 days before its end.',
    certificate_revoked: 'This certificate was revoked. Enrol in the course to earn another one.',
    course_closed: 'This course is closed. Ask a coordinator for a code, then enrol with it.',
    take_before:
      'Another course comes before this one, and you hold no certificate of it. Your courses say which.',
    course_outline: 'This course is being rewritten. Ask a coordinator.',
    too_many: 'So many of your entries wait that no more are taken. Ask a coordinator to look at them first.',
  },
  es: {
    not_allowed: 'Su función no hace esto. Pregunte a la coordinación.',
    name_missing: 'Escriba su nombre, con 80 letras como máximo.',
    text_missing: 'Complete este campo.',
    text_unreadable: 'Use una línea más corta, de letras corrientes.',
    not_a_choice: 'Elija una opción de la lista.',
    number_wrong: 'Escriba minutos enteros, de 1 a 6000.',
    day_missing: 'Elija un día.',
    in_future: 'Ese día está por venir. Indique el día en que ocurrió.',
    ends_before_start: 'Termina antes de empezar. Indique un día posterior.',
    expires_late: 'Más de diez años después de emitirse. Indique el día del documento; renuévelo después.',
    before_start:
      'Lo que cuenta aquí empieza el día después de su primer certificado o de entrar en el equipo. Esto fue antes.',
    not_begun: 'Empieza con su primer certificado, o cuando entra en el equipo. Vuelva entonces.',
    claim_known: 'Ya anotó este documento, con el mismo número y día. Vea la lista de abajo.',
    own_course: 'Es un curso nuestro. No se anota nada: su certificado llega solo cuando lo termina.',
    like_own_course:
      'Así se llaman nuestros cursos. Escriba el nombre sin guion, o con una letra mayúscula. Si está así en la lista, pida a la administración que lo cambie en la política.',
    own_paper: 'Se trata de usted. Tiene que mirarlo otra persona que lleva la formación.',
    paper_of_other:
      'Este mismo documento consta en el archivo de otra persona. Compare el número, o no lo acepte.',
    unknown_paper: 'No hay tal anotación aquí. Vuelva a la lista.',
    checked_already: 'Alguien ya decidió sobre esto, y otra cosa. Mire de nuevo la lista.',
    renewal_early:
      'Este certificado vale todavía mucho tiempo. Se puede renovar desde 90 días antes de su fin.',
    certificate_revoked: 'Este certificado fue revocado. Inscríbase en el curso para obtener otro.',
    course_closed: 'Este curso está cerrado. Pida un código a una coordinación e inscríbase con él.',
    take_before: 'Antes de este curso va otro y usted no tiene su certificado. Sus cursos dicen cuál.',
    course_outline: 'Este curso se está reescribiendo. Pregunte a la coordinación.',
    too_many:
      'Esperan tantas anotaciones suyas que no se toman más. Pida antes a la coordinación que las mire.',
  },
}

/** What to do about each, with the name its field has on the page. */
export const paperFaults = (
  faults: readonly Fault[],
  lang: Language,
  labelOf?: (field: string) => string | undefined,
) => faultsSaid(words, faults, lang, labelOf)
