import type { askedFor } from '../roster/index.ts'
import type { Phrases } from '../ui/language.ts'

type What = Record<(typeof askedFor)[number], string>

const en = {
  title: 'What you hear',
  lead: (region: string) => `From ${region}, agency by agency.`,
  kept: 'Kept.',
  asked: 'What you are asked for',
  askedLead:
    'No reason is asked and none is kept; it counts from the next question on. A coordinator who looks for people sees that you are not asked for that agency, and no more. What you were asked before stays yours to answer.',
  atHome:
    'When something happens to an agency where you serve yourself, you are not asked for its own people, whatever stands here.',
  atHomeWarned:
    'When something happens to an agency where you serve yourself, you are only asked for its own people if a coordinator decides so.',
  agency: 'Agency',
  what: { call_outs: 'After an incident', talks: 'Talks and classes' } as What,
  yes: 'Ask me',
  serves: 'You serve here.',
  calls: 'When your agency asks',
  callsLead:
    'The mail says that something is new on your page, never what. Without it you see the same under Today.',
  mail: (agency: string) => `Mail me when ${agency} asks for the team`,
  keep: 'Keep this',
  none: 'Nothing to choose here',
  noneWhy: 'You are neither on the roster of this region nor a contact of one of its agencies.',
  further: 'Elsewhere',
  ways: (region: string) => `How ${region} reaches you`,
  others: 'All your regions',
}

const es: typeof en = {
  title: 'De qué se entera',
  lead: (region) => `De ${region}, agencia por agencia.`,
  kept: 'Guardado.',
  asked: 'Para qué se le pregunta',
  askedLead:
    'No se pide ni se guarda ningún motivo; vale desde la próxima pregunta. Quien coordina y busca personas ve que para esa agencia no se le pregunta, y nada más. Lo que se le preguntó antes sigue siendo suyo para responder.',
  atHome:
    'Cuando algo le pasa a una agencia donde usted mismo sirve, no se le pregunta para su gente, diga lo que diga aquí.',
  atHomeWarned:
    'Cuando algo le pasa a una agencia donde usted mismo sirve, solo se le pregunta para su gente si la coordinación lo decide.',
  agency: 'Agencia',
  what: { call_outs: 'Después de un incidente', talks: 'Charlas y clases' },
  yes: 'Pregúntenme',
  serves: 'Usted sirve aquí.',
  calls: 'Cuando su agencia pide',
  callsLead: 'El correo dice que hay algo nuevo en su página, nunca qué. Sin él, usted ve lo mismo en Hoy.',
  mail: (agency) => `Envíenme un correo cuando ${agency} pida el equipo`,
  keep: 'Guardar',
  none: 'Aquí no hay nada que elegir',
  noneWhy: 'Usted no está en la lista de esta región ni es contacto de una de sus agencias.',
  further: 'En otro lugar',
  ways: (region) => `Cómo le contacta ${region}`,
  others: 'Todas sus regiones',
}

export const hearWords: Phrases<typeof en> = { en, es }
