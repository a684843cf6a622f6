import type { Phrases, Words } from '../ui/language.ts'
import type { Choice } from './course.ts'
import type { Severity } from './finding.ts'
import type { TrainingCode } from './problems.ts'

type PreviewWords = {
  readonly over: string
  readonly lead: (version: number, fingerprint: string) => string
  readonly english: string
  readonly contents: string
  readonly review: string
  readonly reviewLead: string
  readonly reviewer: string
  readonly reviewerHint: string
  readonly licence: string
  readonly licenceHint: string
  readonly mark: string
  readonly mayReview: string
  readonly findings: string
  readonly findingsNone: string
  readonly findingsLead: string
  readonly severity: Readonly<Record<Severity, string>>
  readonly practice: string
  readonly starts: string
  readonly ends: string
  readonly to: string
  readonly effect: Readonly<Record<Choice['effect'], string>>
  readonly bank: string
  readonly bankLead: (count: number, drawn: number) => string
  readonly right: string
  readonly why: string
  readonly handouts: string
  readonly facilitator: string
  readonly facilitatorLead: (hours: number, skills: string) => string
  readonly objectives: string
  readonly sources: string
}

/** The page of whoever writes, teaches or reviews a course. */
export const previewWords: Phrases<PreviewWords> = {
  en: {
    over: 'Preview, with every answer',
    lead: (version, fingerprint) => `Version ${version}, text ${fingerprint}. Learners never see this page.`,
    english: 'The texts of the courses, and what the check says of them, are in English.',
    contents: 'On this page',
    review: 'Review',
    reviewLead:
      'Mark this text once a clinician has read all of it, with the law of your state beside it. Pages then show the name, the licence and the day to everybody. Text that changes later is unreviewed again.',
    reviewer: 'Who read it',
    reviewerHint: 'The name as it should stand on public pages.',
    licence: 'Their licence',
    licenceHint: 'Kind, state and number, as they stand in the public register.',
    mark: 'Mark this text as reviewed',
    mayReview: 'Your clinical director marks it on this page.',
    findings: 'What the check finds',
    findingsNone: 'Nothing. What a machine can see is as it should be; the rest is for people.',
    findingsLead: 'By file and line, as “npx tailboard content check” says it.',
    severity: { error: 'error', warning: 'warning', note: 'note' },
    practice: 'Practice',
    starts: 'It begins with',
    ends: 'End',
    to: 'leads to',
    effect: { opens: 'opens', neither: 'neither', closes: 'closes' },
    bank: 'Question bank',
    bankLead: (count, drawn) => `${count} questions; a test draws ${drawn}. The right answer is marked.`,
    right: 'right',
    why: 'Why',
    handouts: 'Pages to print',
    facilitator: 'Facilitator’s notes',
    facilitatorLead: (hours, skills) => `${hours} hours in a room. Signed off there: ${skills}.`,
    objectives: 'Objectives',
    sources: 'Sources',
  },
  es: {
    over: 'Vista previa, con todas las respuestas',
    lead: (version, fingerprint) =>
      `Versión ${version}, texto ${fingerprint}. Quienes aprenden nunca ven esta página.`,
    english: 'Los textos de los cursos, y lo que la comprobación dice de ellos, están en inglés.',
    contents: 'En esta página',
    review: 'Revisión',
    reviewLead:
      'Marque este texto cuando un profesional clínico lo haya leído entero, con la ley de su estado al lado. Las páginas muestran entonces a todos el nombre, la licencia y el día. El texto que cambie después vuelve a estar sin revisar.',
    reviewer: 'Quién lo leyó',
    reviewerHint: 'El nombre como debe aparecer en páginas públicas.',
    licence: 'Su licencia',
    licenceHint: 'Tipo, estado y número, como constan en el registro público.',
    mark: 'Marcar este texto como revisado',
    mayReview: 'Su director clínico lo marca en esta página.',
    findings: 'Lo que encuentra la comprobación',
    findingsNone: 'Nada. Lo que una máquina puede ver está como debe; el resto es cosa de personas.',
    findingsLead: 'Por archivo y línea, como lo dice «npx tailboard content check».',
    severity: { error: 'fallo', warning: 'aviso', note: 'nota' },
    practice: 'Práctica',
    starts: 'Empieza con',
    ends: 'Final',
    to: 'lleva a',
    effect: { opens: 'abre', neither: 'ni una cosa ni otra', closes: 'cierra' },
    bank: 'Banco de preguntas',
    bankLead: (count, drawn) =>
      `${count} preguntas; un examen sortea ${drawn}. La respuesta correcta está marcada.`,
    right: 'correcta',
    why: 'Por qué',
    handouts: 'Hojas para imprimir',
    facilitator: 'Notas para quien facilita',
    facilitatorLead: (hours, skills) => `${hours} horas en una sala. Allí se da fe de: ${skills}.`,
    objectives: 'Objetivos',
    sources: 'Fuentes',
  },
}

type ReviewCode = Extract<
  TrainingCode,
  'text_missing' | 'text_unreadable' | 'course_changed' | 'reviewed_already' | 'course_outline'
>

/** What a review that is refused says. */
export const reviewProblemWords: Words<ReviewCode> = {
  en: {
    text_missing: 'Enter it.',
    text_unreadable: 'Use one line of at most 80 ordinary letters.',
    course_changed: 'The text changed while this page was open. Read what is new, then mark it.',
    reviewed_already: 'This text is marked already, by the name that stands above.',
    course_outline: 'An outline can’t be reviewed: there is nothing to learn in it yet.',
  },
  es: {
    text_missing: 'Escríbalo.',
    text_unreadable: 'Use una línea de 80 letras corrientes como máximo.',
    course_changed: 'El texto cambió mientras esta página estaba abierta. Lea lo nuevo y después márquelo.',
    reviewed_already: 'Este texto ya está marcado, con el nombre que figura arriba.',
    course_outline: 'Un esquema no se puede revisar: todavía no hay nada que aprender en él.',
  },
}
