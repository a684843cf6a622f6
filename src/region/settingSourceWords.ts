import type { Words } from '../ui/language.ts'
import type { Basis, SourceCode } from './settingSource.ts'

export const basisWords: Words<Basis> = {
  en: { published: 'Published', general_knowledge: 'General knowledge of the field', assumed: 'Assumed' },
  es: { published: 'Publicado', general_knowledge: 'Conocimiento general del campo', assumed: 'Supuesto' },
}

/** What stands behind a default, and how firmly. Numbers here are the source's own. */
export const settingSourceWords: Words<SourceCode> = {
  en: {
    onSceneDuring: 'While it still goes on.',
    onSceneNumbers: 'Counted from the moment of planning; no published number was found.',
    ritsOnRelease: 'On release, before home or restaging.',
    ritsNumbers: 'People should not wait before they go home; no published number was found.',
    defusingSoon: 'As soon as it is over for the crew.',
    defusingIdeal: 'US Coast Guard COMDTINST 1754.3: ideally within 8 hours. Elsewhere 3 hours, or 12 to 24.',
    defusingLatest: 'Table by Everly and Mitchell: within 12 hours.',
    cisdIdeal: 'US Coast Guard COMDTINST 1754.3: ideally 24 to 72 hours after.',
    cisdLatest: 'Table by Everly and Mitchell: 1 to 10 days; 3 to 4 weeks in a mass disaster.',
    cmbAnyTime: 'Any time after, and repeatable.',
    cmbNumbers: 'Any time after; where the window ends is not published.',
    consultationAnyTime: 'Table by Everly and Mitchell: any time.',
    consultationNumbers: 'Any time; where the window ends is not published.',
    besideAnyTime: 'Table by Everly and Mitchell: family and pastoral support at any time.',
    besideNumbers: 'Any time; four weeks, so that a plan has an end, is assumed.',
    defusingGroup: 'Usually 6 to 8 people, up to 20.',
    cisdGroup: 'About 4 to 20 people.',
    cmbGroup: 'One published source, a counseling group’s page for first responders: up to 300 at once.',
    circlesAtOnce: 'Each circle needs a team of its own; how many are too many is not published.',
    ritsGroup: 'One published source, an older team’s page: over 100 personnel.',
    smallestGroup: 'One person alone never gets a group session; where a group begins is not published.',
    leadTime: 'Time to bring a team together; no published number was found.',
    teamSize: 'One member for 5 to 7 participants.',
    coreCourses: 'ICISF team membership terms: every member holds both core courses.',
    mhpPapers: 'US Coast Guard COMDTINST 1754.3 asks for a license and a course; which course is assumed.',
    chaplainPapers:
      'US Coast Guard COMDTINST 1754.3 asks for a basic course; the paper that vouches, and which course, are assumed.',
    designation: 'Protection needs it beforehand: Washington RCW 5.60.060, Louisiana CE 518.',
    renewal: 'Members commit again every 2 to 3 years.',
    leadAfter: 'A year beside somebody who leads; no published number was found.',
    lapsesSoon: 'Enough time to renew; no published number was found.',
    confirmDetails: 'ICISF asks listed teams once a year; every quarter is assumed.',
    sessionsPerMonth:
      'Not more than 2 or 3 heavy group sessions a month. Low confidence: teams set their own.',
    afterHardest:
      'Off call after a line-of-duty death or a suicide until the clinical director clears. Low confidence.',
    gapWarning: 'A week is enough to find somebody; no published number was found.',
    newcomers: 'No published number was found.',
    otherAgency:
      'Greater Boston regional team: peers come from another agency. That this blocks, and not only warns, is assumed.',
    perAgency: 'No agency is emptied by one call-out; no published number was found.',
    travel: 'No roads are known to us; distances are straight lines.',
    furthest: 'Two hours each way are a day; no published number was found.',
    rest: 'Not more than one heavy group session in 24 to 48 hours. Low confidence: teams set their own.',
    expectedYes: 'Never taken from a person’s past answers; no published number was found.',
    sureness: 'Chosen by simulation: surer asks more people at once, less sure takes longer.',
    waveLength: 'Chosen by simulation; no published number was found.',
    callBack: 'Within 15 to 30 minutes; no published norm was found.',
    followUps: 'First contact 24 to 72 hours after, then about a week, a month, the anniversary.',
    followUpGrace: 'No published number was found.',
    alertLadder: 'No published number was found. Each must come later than the one before.',
    telephone: 'No published number was found.',
    hold: 'No published number was found.',
    throttle: 'Depends on what the phone company allows this sender.',
    bundle: 'Several call-outs in one night must not fill a phone; no published number was found.',
    drills:
      'Rosters go stale within months, and two days leave room for shifts; no published number was found.',
    bookedLength:
      'Education takes 1 to 4 hours, a talk at roll call what the shift has; each number is assumed.',
    bookedTeam: 'No published number was found.',
    bookingSureness: 'There is time to ask again, so fewer are asked at once. No published number was found.',
    bookingAnswer: 'Nothing burns: days, not minutes. No published number was found.',
    bookingAhead: 'A school year and a summer; no published number was found.',
    smallestCount:
      'Statistics often hide counts below 3, 5 or 10; no published number for peer support was found.',
    passMark: 'Alabama (360-X-28-.01) asks for 70 per cent; 80 is assumed.',
    retest: 'Alabama (360-X-28-.01) asks for 30 days; a week is assumed.',
    finishWithin: 'Minnesota DPS, peer-to-peer training standards: within a year.',
    certificateHolds: 'Members commit again every 2 to 3 years.',
    continued:
      '8 to 16 hours a year; teams set their own. It is an aim that people see: no certificate and no call-out waits for it, and what a state’s text asks stands beside it.',
  },
  es: {
    onSceneDuring: 'Mientras el incidente continúa.',
    onSceneNumbers: 'Se cuenta desde que se planifica; no se halló ningún número publicado.',
    ritsOnRelease: 'Al ser relevados, antes de ir a casa o volver a intervenir.',
    ritsNumbers: 'Nadie debería esperar para irse a casa; no se halló ningún número publicado.',
    defusingSoon: 'En cuanto termina para el equipo afectado.',
    defusingIdeal:
      'US Coast Guard COMDTINST 1754.3: idealmente en 8 horas. En otros textos, 3 horas, o de 12 a 24.',
    defusingLatest: 'Tabla de Everly y Mitchell: en 12 horas.',
    cisdIdeal: 'US Coast Guard COMDTINST 1754.3: idealmente de 24 a 72 horas después.',
    cisdLatest: 'Tabla de Everly y Mitchell: de 1 a 10 días; de 3 a 4 semanas en una catástrofe.',
    cmbAnyTime: 'En cualquier momento posterior, y se puede repetir.',
    cmbNumbers: 'En cualquier momento posterior; no está publicado dónde termina el plazo.',
    consultationAnyTime: 'Tabla de Everly y Mitchell: en cualquier momento.',
    consultationNumbers: 'En cualquier momento; no está publicado dónde termina el plazo.',
    besideAnyTime: 'Tabla de Everly y Mitchell: apoyo a familias y apoyo pastoral en cualquier momento.',
    besideNumbers: 'En cualquier momento; cuatro semanas, para que un plan tenga fin, es un supuesto.',
    defusingGroup: 'Por lo general de 6 a 8 personas, hasta 20.',
    cisdGroup: 'De unas 4 a 20 personas.',
    cmbGroup: 'Una fuente publicada, la página de un grupo de consejería: hasta 300 a la vez.',
    circlesAtOnce: 'Cada círculo necesita su propio equipo; cuántos son demasiados no está publicado.',
    ritsGroup: 'Una fuente publicada, la página antigua de un equipo: más de 100 personas.',
    smallestGroup:
      'Una persona sola nunca tiene una sesión de grupo; no está publicado dónde empieza un grupo.',
    leadTime: 'Tiempo para reunir un equipo; no se halló ningún número publicado.',
    teamSize: 'Un integrante por cada 5 a 7 participantes.',
    coreCourses: 'Condiciones de ICISF para equipos: todos tienen los dos cursos básicos.',
    mhpPapers:
      'US Coast Guard COMDTINST 1754.3 pide licencia y un curso; qué curso es una suposición nuestra.',
    chaplainPapers:
      'US Coast Guard COMDTINST 1754.3 pide un curso básico; qué acreditación y qué curso son suposiciones nuestras.',
    designation: 'La protección la exige de antemano: Washington RCW 5.60.060, Louisiana CE 518.',
    renewal: 'El compromiso se renueva cada 2 o 3 años.',
    leadAfter: 'Un año junto a alguien que dirige; no se halló ningún número publicado.',
    lapsesSoon: 'Tiempo suficiente para renovar; no se halló ningún número publicado.',
    confirmDetails: 'ICISF lo pide a los equipos una vez al año; que sea cada trimestre es una suposición.',
    sessionsPerMonth:
      'No más de 2 o 3 sesiones de grupo intensas al mes. Poca certeza: cada equipo fija lo suyo.',
    afterHardest:
      'Sin guardias tras una muerte en servicio o un suicidio hasta que la dirección clínica lo permita. Poca certeza.',
    gapWarning: 'Una semana basta para encontrar a alguien; no se halló ningún número publicado.',
    newcomers: 'No se halló ningún número publicado.',
    otherAgency:
      'Equipo regional de Greater Boston: los pares vienen de otra agencia. Que esto bloquee, y no solo avise, es una suposición.',
    perAgency:
      'Ninguna agencia se queda sin gente por una convocatoria; no se halló ningún número publicado.',
    travel: 'No conocemos las carreteras; las distancias son en línea recta.',
    furthest: 'Dos horas de ida y dos de vuelta son un día; no se halló ningún número publicado.',
    rest: 'No más de una sesión de grupo intensa en 24 a 48 horas. Poca certeza: cada equipo fija lo suyo.',
    expectedYes:
      'Nunca se toma de las respuestas anteriores de una persona; no se halló ningún número publicado.',
    sureness:
      'Elegido por simulación: con más seguridad se pregunta a más personas a la vez; con menos, se tarda más.',
    waveLength: 'Elegido por simulación; no se halló ningún número publicado.',
    callBack: 'En 15 a 30 minutos; no se halló ninguna norma publicada.',
    followUps: 'Primer contacto de 24 a 72 horas después, luego a la semana, al mes, en el aniversario.',
    followUpGrace: 'No se halló ningún número publicado para esto.',
    alertLadder: 'No se halló ningún número publicado. Cada uno debe venir después del anterior.',
    telephone: 'No se halló ningún número publicado para esto.',
    hold: 'No se halló ningún número publicado para esto.',
    throttle: 'Depende de lo que la compañía telefónica permite a este remitente.',
    bundle:
      'Varias convocatorias en una noche no deben llenar un teléfono; no se halló ningún número publicado.',
    drills:
      'Las listas envejecen en meses, y dos días dejan sitio a los turnos; no se halló ningún número publicado.',
    bookedLength:
      'La formación dura de 1 a 4 horas, una charla al inicio del turno lo que el turno permita; cada número es supuesto.',
    bookedTeam: 'No se halló ningún número publicado.',
    bookingSureness:
      'Hay tiempo de volver a preguntar: se pregunta a menos personas a la vez. No se halló ningún número publicado.',
    bookingAnswer: 'No hay urgencia: días, no minutos. No se halló ningún número publicado.',
    bookingAhead: 'Un curso y un verano; no se halló ningún número publicado.',
    smallestCount:
      'Las estadísticas suelen ocultar recuentos menores de 3, 5 o 10; no se halló ningún número publicado para el apoyo entre pares.',
    passMark: 'Alabama (360-X-28-.01) pide el 70 por ciento; 80 es un supuesto.',
    retest: 'Alabama (360-X-28-.01) pide 30 días; una semana es un supuesto.',
    finishWithin: 'Minnesota DPS, normas de formación entre pares: en un año.',
    certificateHolds: 'Los equipos renuevan su compromiso cada 2 o 3 años.',
    continued:
      'De 8 a 16 horas al año; cada equipo fija las suyas. Es una meta que cada persona ve: ningún certificado ni ninguna convocatoria la espera, y lo que pide un texto del estado vale aparte.',
  },
}
