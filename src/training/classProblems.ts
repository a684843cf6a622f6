import type { Language, Words } from '../ui/language.ts'
import { type Fault, faultsSaid } from './faultsSaid.ts'
import type { TrainingCode } from './problems.ts'

/** What classes refuse. */
type ClassCode = Extract<
  TrainingCode,
  | 'not_allowed'
  | 'unknown_class'
  | 'unknown_enrolment'
  | 'enrolment_over'
  | 'not_approved'
  | 'course_outline'
  | 'class_over'
  | 'class_cancelled'
  | 'class_running'
  | 'class_after_end'
  | 'class_not_over'
  | 'evaluation_over'
  | 'newer_look'
  | 'own_class'
  | 'not_in_class'
  | 'not_begun'
  | 'not_a_choice'
  | 'day_missing'
  | 'day_past'
  | 'clock_missing'
  | 'clock_skipped'
  | 'ends_before_start'
  | 'meeting_long'
  | 'meetings_overlap'
  | 'text_missing'
  | 'number_wrong'
  | 'too_many'
>

const classProblemWords: Words<ClassCode> = {
  en: {
    not_allowed: 'Your role doesn’t do this. Ask a coordinator.',
    unknown_class: 'There is no such class for you. Go back to the list.',
    unknown_enrolment: 'This is no enrolment of yours in this course. Open the course first, then come back.',
    enrolment_over: 'Your enrolment is over. Enrol in the course again, then take a seat.',
    not_approved: 'Your enrolment still waits for a yes. Take a seat once it is approved.',
    course_outline: 'This course is an outline yet, with nothing to learn. Choose another one.',
    class_over: 'This class is over. Look for one that lies ahead.',
    class_cancelled: 'This class was cancelled. Look for another one.',
    class_running: 'This class has begun, so its places stay as they are. Look for the next one.',
    class_after_end:
      'This class meets after the last day of your enrolment, so it would not count. Choose an earlier one, or ask a coordinator.',
    class_not_over: 'Say how it was after the last meeting.',
    evaluation_over: 'The time for saying how it was is over.',
    newer_look: 'Something newer was seen of this skill. Choose that day, or a later one.',
    own_class: 'Nobody does this about themselves. Ask another instructor or a coordinator.',
    not_in_class: 'This person has no seat in the class any more. Open the page again.',
    not_begun: 'It has not begun yet. Come back when it has.',
    not_a_choice: 'Choose one of the list.',
    day_missing: 'Choose a day.',
    day_past: 'It lies in the past. Choose a time ahead.',
    clock_missing: 'Write a time, like 09:00.',
    clock_skipped: 'The clocks skip this time on that day. Choose an earlier or a later one.',
    ends_before_start: 'It ends before it starts. Write a later time.',
    meeting_long: 'A meeting lasts 12 hours at most. Write an earlier time, or plan two.',
    meetings_overlap: 'It begins before another meeting of this class has ended. Move one of them.',
    text_missing: 'Write it in 1 to 120 letters.',
    number_wrong: 'Write a whole number within the limits.',
    too_many: 'These are more meetings than one class takes. Plan a second class.',
  },
  es: {
    not_allowed: 'Su función no hace esto. Pregunte a la coordinación.',
    unknown_class: 'No hay tal clase para usted. Vuelva a la lista.',
    unknown_enrolment: 'No es una inscripción suya en este curso. Abra primero el curso y vuelva.',
    enrolment_over: 'Su inscripción terminó. Inscríbase de nuevo en el curso y tome después una plaza.',
    not_approved: 'Su inscripción aún espera un sí. Tome una plaza cuando esté aprobada.',
    course_outline: 'Este curso es todavía un esquema, sin nada que aprender. Elija otro.',
    class_over: 'Esta clase terminó. Busque una que esté por venir.',
    class_cancelled: 'Esta clase se canceló. Busque otra.',
    class_running: 'Esta clase empezó y sus plazas quedan como están. Busque la siguiente.',
    class_after_end:
      'Esta clase se reúne después del último día de su inscripción y no contaría. Elija una anterior o pregunte a una coordinación.',
    class_not_over: 'Diga cómo fue después del último encuentro.',
    evaluation_over: 'El plazo para decir cómo fue ya terminó.',
    newer_look: 'De esta habilidad se vio algo más reciente. Elija ese día o uno posterior.',
    own_class: 'Nadie hace esto sobre sí mismo. Pídalo a otra persona que imparte o que coordina.',
    not_in_class: 'Esta persona ya no tiene plaza en la clase. Abra la página de nuevo.',
    not_begun: 'Aún no ha empezado. Vuelva cuando empiece.',
    not_a_choice: 'Elija una opción de la lista.',
    day_missing: 'Elija un día.',
    day_past: 'Queda en el pasado. Elija un momento por venir.',
    clock_missing: 'Escriba una hora, como 09:00.',
    clock_skipped: 'Ese día los relojes se saltan esta hora. Elija una anterior o posterior.',
    ends_before_start: 'Termina antes de empezar. Escriba una hora posterior.',
    meeting_long: 'Un encuentro dura 12 horas como máximo. Escriba una hora anterior o planifique dos.',
    meetings_overlap: 'Empieza antes de que termine otro encuentro de esta clase. Mueva uno de los dos.',
    text_missing: 'Escríbalo en 1 a 120 letras.',
    number_wrong: 'Escriba un número entero dentro de los límites.',
    too_many: 'Son más encuentros de los que caben en una clase. Planifique una segunda.',
  },
}

/** What to do about each, with the name its field has on the page. */
export const classFaults = (
  faults: readonly Fault[],
  lang: Language,
  labelOf?: (field: string) => string | undefined,
) => faultsSaid(classProblemWords, faults, lang, labelOf)
