import type { Phrases } from '../ui/language.ts'

type CourseWords = {
  readonly title: string
  readonly lead: (region: string) => string
  /** Said where the interface is in another language than the texts. */
  readonly english: string
  readonly sourcesOf: (count: number) => string
  readonly none: string
  readonly full: string
  readonly planned: string
  readonly plannedLead: string
  readonly plannedTag: string
  readonly plannedLine: string
  readonly notTitle: string
  readonly not: string
  readonly online: string
  readonly inPerson: string
  readonly hours: (hours: number) => string
  readonly forWhom: string
  /** Asked for today. */
  readonly before: string
  /** Advised: nobody can hold its certificate yet. */
  readonly after: string
  readonly reviewedBy: (reviewer: string, licence: string, day: string) => string
  readonly unreviewed: string
  readonly reviewedBefore: (reviewer: string, licence: string, day: string) => string
  readonly crisis: string
  readonly enrol: string
  readonly readFirst: string
  readonly objectives: string
  readonly objectivesLead: string
  readonly skills: string
  readonly skillsLead: string
  readonly lessons: string
  readonly practice: string
  readonly practiceLine: (count: number) => string
  readonly test: string
  readonly testLine: (questions: number) => string
  readonly handouts: string
  readonly inSpanish: string
  readonly sources: string
  readonly read: string
  readonly readOn: (day: string) => string
  readonly allCourses: string
  readonly lessonOf: (number: number, count: number, minutes: string) => string
  readonly check: string
  readonly checkNote: string
  readonly previous: string
  readonly next: string
  readonly overview: string
  readonly print: string
}

export const courseWords: Phrases<CourseWords> = {
  en: {
    title: 'Courses',
    lead: (region) =>
      `What peers learn in ${region}. Every lesson is here to read, with its sources, without an account.`,
    sourcesOf: (count) => `${count} sources, and how much of each was read`,
    english: 'The texts of the courses are in English.',
    none: 'There are no courses here yet.',
    full: 'To take now',
    planned: 'Planned',
    plannedLead: 'Outlines: what each course will teach, what it rests on and what is still missing.',
    plannedTag: 'Planned',
    plannedLine: 'This is an outline. Nobody can take it yet.',
    notTitle: 'What these courses are not',
    not: 'They are no ICISF courses and no licence, and they give no credential of ICISF or of a state. Those come from their issuers; whether somebody may serve depends on what the state’s law names.',
    online: 'Online',
    inPerson: 'In a room',
    hours: (hours) => (hours === 0 ? 'none' : `${hours} ${hours === 1 ? 'hour' : 'hours'}`),
    forWhom: 'For whom',
    before: 'What comes before',
    after: 'Best taken after',
    reviewedBy: (reviewer, licence, day) => `Reviewed for this region by ${reviewer}, ${licence}, on ${day}.`,
    unreviewed: 'Nobody has reviewed this course for this region yet.',
    reviewedBefore: (reviewer, licence, day) =>
      `The text changed since ${reviewer}, ${licence}, reviewed it on ${day}. Nobody has reviewed it as it stands.`,
    crisis:
      'It speaks of suicide or crisis. Until a clinician has reviewed this text for the region, it counts toward no duty.',
    enrol: 'Enrol',
    readFirst: 'Read the first lesson',
    objectives: 'What you will be able to do',
    objectivesLead: 'After the lessons, the practice and the test:',
    skills: 'What an instructor watches in the room',
    skillsLead: 'No screen can see these. Somebody who knows the work signs each one off.',
    lessons: 'Lessons',
    practice: 'Practice',
    practiceLine: (count) =>
      `${count} ${count === 1 ? 'conversation' : 'conversations'} that turn out differently with what you say. They open when you enrol.`,
    test: 'Test',
    testLine: (questions) =>
      `${questions} questions, drawn anew each time, once everything is read and practised.`,
    handouts: 'Pages to print',
    inSpanish: 'in Spanish',
    sources: 'Sources',
    read: 'What we read:',
    readOn: (day) => `read on ${day}`,
    allCourses: 'All courses',
    lessonOf: (number, count, minutes) => `Lesson ${number} of ${count} · about ${minutes}`,
    check: 'Check yourself',
    checkNote: 'Whoever is enrolled answers here and sees what each answer leads to.',
    previous: 'Before',
    next: 'Next',
    overview: 'About this course',
    print: 'Print this page with your browser; what stands around it stays off the paper.',
  },
  es: {
    title: 'Cursos',
    lead: (region) =>
      `Lo que aprenden los compañeros de apoyo en ${region}. Todas las lecciones se pueden leer aquí, con sus fuentes y sin cuenta.`,
    sourcesOf: (count) => `${count} fuentes, y cuánto se leyó de cada una`,
    english: 'Los textos de los cursos están en inglés.',
    none: 'Aquí todavía no hay cursos.',
    full: 'Para hacer ahora',
    planned: 'Previstos',
    plannedLead: 'Esquemas: qué enseñará cada curso, en qué se apoya y qué falta todavía.',
    plannedTag: 'Previsto',
    plannedLine: 'Esto es un esquema. Nadie puede hacerlo todavía.',
    notTitle: 'Lo que estos cursos no son',
    not: 'No son cursos de ICISF ni una licencia, y no dan ninguna credencial de ICISF ni de un estado. Esas las dan quienes las emiten; que alguien pueda servir depende de lo que nombre la ley del estado.',
    online: 'En línea',
    inPerson: 'En una sala',
    hours: (hours) => (hours === 0 ? 'ninguna' : `${hours} ${hours === 1 ? 'hora' : 'horas'}`),
    forWhom: 'Para quién',
    before: 'Lo que va antes',
    after: 'Mejor después de',
    reviewedBy: (reviewer, licence, day) =>
      `Revisado para esta región por ${reviewer}, ${licence}, el ${day}.`,
    unreviewed: 'Nadie ha revisado todavía este curso para esta región.',
    reviewedBefore: (reviewer, licence, day) =>
      `El texto cambió desde que ${reviewer}, ${licence}, lo revisó el ${day}. Nadie lo ha revisado tal como está.`,
    crisis:
      'Habla del suicidio o de crisis. Mientras un profesional clínico no haya revisado este texto para la región, no cuenta para ningún servicio.',
    enrol: 'Inscribirse',
    readFirst: 'Leer la primera lección',
    objectives: 'Lo que sabrá hacer',
    objectivesLead: 'Después de las lecciones, la práctica y el examen:',
    skills: 'Lo que un instructor observa en la sala',
    skillsLead: 'Ninguna pantalla puede verlo. Alguien que conoce el oficio da fe de cada habilidad.',
    lessons: 'Lecciones',
    practice: 'Práctica',
    practiceLine: (count) =>
      `${count} ${count === 1 ? 'conversación que acaba' : 'conversaciones que acaban'} de otra manera según lo que diga. Se ${count === 1 ? 'abre' : 'abren'} al inscribirse.`,
    test: 'Examen',
    testLine: (questions) =>
      `${questions} preguntas, sorteadas de nuevo cada vez, cuando todo esté leído y practicado.`,
    handouts: 'Hojas para imprimir',
    inSpanish: 'en español',
    sources: 'Fuentes',
    read: 'Lo que leímos:',
    readOn: (day) => `leído el ${day}`,
    allCourses: 'Todos los cursos',
    lessonOf: (number, count, minutes) => `Lección ${number} de ${count} · unos ${minutes}`,
    check: 'Compruébelo',
    checkNote: 'Quien está inscrito responde aquí y ve adónde lleva cada respuesta.',
    previous: 'Antes',
    next: 'Siguiente',
    overview: 'Sobre este curso',
    print: 'Imprima esta hoja con su navegador; lo que la rodea no sale en el papel.',
  },
}
