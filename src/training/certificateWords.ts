import type { Phrases, Words } from '../ui/language.ts'
import type { RevocationGround } from './certificate.ts'

export const groundWords: Words<RevocationGround> = {
  en: {
    issued_in_error: 'It was issued in error',
    test_not_own: 'The test was not taken by its holder',
    own_wish: 'Its holder asked for it',
  },
  es: {
    issued_in_error: 'Se emitió por error',
    test_not_own: 'El examen no lo hizo su titular',
    own_wish: 'Lo pidió su titular',
  },
}

const en = {
  title: 'Certificate',
  lead: 'Yours. Nobody sees it unless you show it.',
  course: 'Course',
  name: 'Name',
  state: 'State',
  issued: 'Issued on',
  through: 'Valid through',
  online: 'Hours online',
  inPerson: 'Hours in person',
  score: 'Test',
  scoreSaid: (percent: number) => `${percent} % right`,
  revoked: (day: string, ground: string) =>
    `Revoked on ${day}: ${ground}. Links you made say so. There is no paper and no badge any more.`,
  lapsed: 'It has lapsed. Links and papers say since when.',
  show: 'Show it to somebody',
  showLead:
    'A link shows the course, the team that issued it, and whether it is valid. It shows more only where you tick it. Whoever has the link can open it until you end it.',
  shows: 'Also show',
  makeLink: 'Make a link',
  paper: 'Download the paper (PDF)',
  paperLead:
    'The paper has your name, dates and hours on it. Its picture leads to a link made for this paper, which shows what you tick.',
  once: 'This link is shown once',
  onceLead:
    'Copy it now. Only its fingerprint is kept, so it can’t be shown again; you can always make another.',
  picture: 'The link as a picture for a phone',
  badge: 'A badge for a wallet',
  badgeLead:
    'A file that other systems can check by themselves (Open Badges 3.0). It carries your name, the course and the hours: give it only to whom you choose. It is signed when you fetch it; where a check refuses it, fetch it anew.',
  getBadge: 'Download the badge (JWT)',
  links: 'Your links',
  noLinks: 'No link is open.',
  made: 'Made on',
  showsWhat: 'Shows, beside course and validity',
  nothingMore: 'nothing more',
  step: 'Step',
  end: 'End it',
  endOf: (day: string) => `the link of ${day}`,
  tooMany: 'So many links are open that no other can be made. End one first.',
  keyShut:
    'The key that signs badges can’t be opened at the moment, so none can be signed. Ask an administrator of the team. The certificate, its paper and its links hold as they are.',
  revokedRefused: 'This certificate was revoked: no link, paper or badge can be made.',
}

const es: typeof en = {
  title: 'Certificado',
  lead: 'Es suyo. Nadie lo ve si usted no lo muestra.',
  course: 'Curso',
  name: 'Nombre',
  state: 'Estado',
  issued: 'Emitido el',
  through: 'Vigente hasta el final del',
  online: 'Horas en línea',
  inPerson: 'Horas presenciales',
  score: 'Examen',
  scoreSaid: (percent) => `${percent} % de respuestas correctas`,
  revoked: (day, ground) =>
    `Revocado el ${day}: ${ground}. Los enlaces que usted creó lo dicen. Ya no hay papel ni insignia.`,
  lapsed: 'Ha vencido. Los enlaces y los papeles dicen desde cuándo.',
  show: 'Mostrarlo a alguien',
  showLead:
    'Un enlace muestra el curso, el equipo que lo emitió y si está vigente. Muestra más solo donde usted lo marca. Quien tenga el enlace puede abrirlo hasta que usted lo termine.',
  shows: 'Mostrar también',
  makeLink: 'Crear un enlace',
  paper: 'Descargar el papel (PDF)',
  paperLead:
    'El papel lleva su nombre, las fechas y las horas. Su imagen conduce a un enlace creado para este papel, que muestra lo que usted marca.',
  once: 'Este enlace se muestra una sola vez',
  onceLead:
    'Cópielo ahora. Solo se guarda su huella, así que no se puede volver a mostrar; siempre puede crear otro.',
  picture: 'El enlace como imagen para un teléfono',
  badge: 'Una insignia para una cartera digital',
  badgeLead:
    'Un archivo que otros sistemas pueden comprobar por sí mismos (Open Badges 3.0). Lleva su nombre, el curso y las horas: délo solo a quien usted elija. Se firma cuando usted lo descarga; si una comprobación lo rechaza, descárguelo de nuevo.',
  getBadge: 'Descargar la insignia (JWT)',
  links: 'Sus enlaces',
  noLinks: 'Ningún enlace está abierto.',
  made: 'Creado el',
  showsWhat: 'Muestra, además del curso y la vigencia',
  nothingMore: 'nada más',
  step: 'Paso',
  end: 'Terminarlo',
  endOf: (day) => `el enlace del ${day}`,
  tooMany: 'Hay tantos enlaces abiertos que no se puede crear otro. Termine uno primero.',
  keyShut:
    'La clave que firma las insignias no se puede abrir por ahora, y no se puede firmar ninguna. Pregunte a la administración del equipo. El certificado, su papel y sus enlaces siguen valiendo.',
  revokedRefused: 'Este certificado fue revocado: no se puede crear enlace, papel ni insignia.',
}

/** A holder's own page of a certificate. */
export const certificateWords: Phrases<typeof en> = { en, es }
