import type { ToldFact } from '../incident/index.ts'
import type { Phrases } from '../ui/language.ts'

const en = {
  title: 'What the agency tells you',
  lead: 'For the call. Counts and yes or no: no names, nothing about how anybody feels, no opinions.',
  opened: (at: string) => `Last kept ${at}.`,
  never: 'Leave open what nobody said. Not known is never read as no.',
  save: 'Keep what was told',
  back: 'Back to the activation',

  howClose: 'How close they were',
  howCloseHint: 'How many of each group, as far as the agency knows.',
  what: 'What happened',
  duty: 'Statements and investigation',
  crew: 'The people concerned',
  around: 'Around them',

  direct: 'There',
  indirect: 'Near it, same call',
  remote: 'By voice, screen or hearsay',

  yes: 'Yes',
  no: 'No',
  unknown: 'Not known',

  investigation: 'Investigation',
  criminal: 'Criminal',
  administrative: 'Administrative',
  none: 'None',
  shiftPattern: 'Shifts',
  same_shift: 'Same shift',
  mixed: 'Different shifts',
  earlierIncidents: 'Hard calls of the same people in the thirty days before',
  earlierNone: 'None',
  one: 'One',
  two_or_three: 'Two or three',
  four_or_more: 'Four or more',
  interpreterLanguage: 'Interpreter',
  noInterpreter: 'Nobody asked for one',
  teamWish: 'They wish for somebody on the team',
  noWish: 'No wish',
  woman: 'A woman',
  man: 'A man',

  standsNow: 'What stands there now',
  not_a_choice: 'Choose one of the answers shown.',
  no_count: 'Give a whole number from 1 to 5000, or leave it empty.',
}

const es: typeof en = {
  title: 'Lo que le cuenta la agencia',
  lead: 'Para la llamada. Cantidades y sí o no: ningún nombre, nada sobre cómo se siente nadie, ninguna opinión.',
  opened: (at) => `Guardado por última vez ${at}.`,
  never: 'Deje abierto lo que nadie dijo. Lo que no se sabe nunca se lee como un no.',
  save: 'Guardar lo contado',
  back: 'Volver a la activación',

  howClose: 'Qué tan cerca estuvieron',
  howCloseHint: 'Cuántas personas de cada grupo, hasta donde la agencia sabe.',
  what: 'Qué pasó',
  duty: 'Declaraciones e investigación',
  crew: 'Las personas afectadas',
  around: 'Alrededor de ellas',

  direct: 'Allí mismo',
  indirect: 'Cerca, misma llamada',
  remote: 'Por voz, pantalla o de oídas',

  yes: 'Sí',
  no: 'No',
  unknown: 'No se sabe',

  investigation: 'Investigación',
  criminal: 'Penal',
  administrative: 'Administrativa',
  none: 'Ninguna',
  shiftPattern: 'Turnos',
  same_shift: 'Mismo turno',
  mixed: 'Turnos distintos',
  earlierIncidents: 'Llamadas difíciles de las mismas personas en los treinta días anteriores',
  earlierNone: 'Ninguna',
  one: 'Una',
  two_or_three: 'Dos o tres',
  four_or_more: 'Cuatro o más',
  interpreterLanguage: 'Intérprete',
  noInterpreter: 'Nadie lo pidió',
  teamWish: 'Desean a alguien en el equipo',
  noWish: 'Ningún deseo',
  woman: 'Una mujer',
  man: 'Un hombre',

  standsNow: 'Lo que hay ahora',
  not_a_choice: 'Elija una de las respuestas que se muestran.',
  no_count: 'Indique un número entero de 1 a 5000, o déjelo vacío.',
}

/** The second page of facts. */
export const furtherWords: Phrases<typeof en> = { en, es }

/** Each fact as it is asked on the phone. */
export const factWords: Phrases<Record<ToldFact, string>> = {
  en: {
    fatalities: 'Somebody died',
    childInvolved: 'A child was involved',
    memberInjured: 'One of their own was injured',
    memberKilled: 'One of their own was killed',
    firearmDischarged: 'One of their own fired a weapon',
    mediaAttention: 'The media are there',
    statementsCompleted: 'All statements are complete',
    counselAgreesToGroup: 'Counsel or union agrees to a group',
    goingStraightBack: 'They go straight back to the same work',
    restedEnough: 'They have slept and eaten',
    supervisorsInvolved: 'Supervisors were involved',
    familiesAffected: 'Families are affected',
    communityAffected: 'The community is affected',
    otherTeamContacted: 'Another team was called',
    chaplainWanted: 'Somebody wants a chaplain',
  },
  es: {
    fatalities: 'Alguien murió',
    childInvolved: 'Hubo un menor involucrado',
    memberInjured: 'Una persona de los suyos resultó herida',
    memberKilled: 'Una persona de los suyos murió',
    firearmDischarged: 'Una persona de los suyos disparó un arma',
    mediaAttention: 'Los medios están allí',
    statementsCompleted: 'Todas las declaraciones están completas',
    counselAgreesToGroup: 'El abogado o el sindicato acepta un grupo',
    goingStraightBack: 'Vuelven enseguida al mismo trabajo',
    restedEnough: 'Han dormido y comido',
    supervisorsInvolved: 'Hubo supervisores involucrados',
    familiesAffected: 'Hay familias afectadas',
    communityAffected: 'La comunidad está afectada',
    otherTeamContacted: 'Se llamó a otro equipo',
    chaplainWanted: 'Alguien quiere un capellán',
  },
}
