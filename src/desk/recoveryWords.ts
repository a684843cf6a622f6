import type { Phrases } from '../ui/language.ts'

const en = {
  title: 'Somebody lost their keys',
  lead: 'For whoever has neither passkey nor authenticator app nor a printed code any more. Two administrators together take the old ones away; then a mail signs the person in, and they set up new ones.',
  nav: 'Lost keys',
  beginTitle: 'Begin for somebody',
  who: 'Who lost them',
  start: 'Begin',
  begun:
    'If nothing speaks against it, the person was written to just now. A second administrator can agree after an hour, and within 24 hours.',
  confirmed: 'Agreed. The old keys and sessions are gone, and the person was written to.',
  cancelled: 'Called off. Nothing was changed.',
  waiting: 'Waiting for a second administrator',
  nobody: 'Nobody waits.',
  person: 'Person',
  by: 'Begun by',
  from: 'Can be agreed to from',
  until: 'Until',
  wait: 'Nobody can agree in the first hour: until then the person can stop it by the link in their mail.',
  step: 'Step',
  agree: 'Agree',
  callOff: 'Call off',
  check: 'Speak to the person yourself before you agree, by a number that you know.',
  choose: 'Choose a person.',
  recovery_own: 'Nobody does this for themselves. Ask two other administrators.',
  recovery_same: 'A second administrator has to agree: not whoever began.',
  recovery_too_soon:
    'It is too early to agree: the person has an hour to stop it. When you can agree stands in the list.',
  recovery_alone:
    'This takes two administrators beside the person, and there are not two. The operator of this installation does it at the command line: npx tailboard recover ADDRESS.',
  recovery_not_open: 'This is no longer open: it is older than 24 hours, called off, or done.',
  unknown_account: 'Choose a person.',
  objectTitle: 'Do you still have your keys?',
  objectLead:
    'An administrator was told that you lost what you sign in to Tailboard with, and began to take it away. Nothing has been taken yet. If you have it still, or did not ask for this, one press stops it. If you did ask, you need do nothing here.',
  object: 'Stop it, nothing is lost',
  stoppedTitle: 'Stopped',
  stopped: 'Nothing was taken away. Tell an administrator of your region that you did not ask for it.',
  overTitle: 'There is nothing to stop here',
  over: 'It may be over, or the link incomplete. If your keys no longer work, ask an administrator of your region.',
}

const es: typeof en = {
  title: 'Alguien perdió sus llaves',
  lead: 'Para quien ya no tiene ni llave de acceso, ni aplicación de autenticación, ni código impreso. Dos personas de la administración quitan juntas lo anterior; después la persona inicia sesión por correo y configura lo nuevo.',
  nav: 'Llaves perdidas',
  beginTitle: 'Empezar para alguien',
  who: 'Quién las perdió',
  start: 'Empezar',
  begun:
    'Si nada lo impide, se acaba de escribir a la persona. Otra persona de la administración puede confirmar después de una hora y dentro de 24 horas.',
  confirmed: 'Confirmado. Las llaves y sesiones anteriores ya no existen, y se escribió a la persona.',
  cancelled: 'Cancelado. No cambió nada.',
  waiting: 'Esperan a una segunda persona de la administración',
  nobody: 'No espera nadie.',
  person: 'Persona',
  by: 'Empezado por',
  from: 'Se puede confirmar desde',
  until: 'Hasta',
  wait: 'Nadie puede confirmar durante la primera hora: hasta entonces la persona puede detenerlo con el enlace de su correo.',
  step: 'Paso',
  agree: 'Confirmar',
  callOff: 'Cancelar',
  check: 'Antes de confirmar, hable usted con la persona, por un número que conozca.',
  choose: 'Elija una persona.',
  recovery_own: 'Nadie hace esto para sí. Pídalo a otras dos personas de la administración.',
  recovery_same: 'Debe confirmar otra persona de la administración, no quien empezó.',
  recovery_too_soon:
    'Es pronto para confirmar: la persona tiene una hora para detenerlo. En la lista está desde cuándo puede confirmar.',
  recovery_alone:
    'Hacen falta dos personas de la administración además de la interesada, y no las hay. Lo hace quien opera esta instalación, en la línea de comandos: npx tailboard recover DIRECCIÓN.',
  recovery_not_open: 'Esto ya no está abierto: tiene más de 24 horas, se canceló o ya se hizo.',
  unknown_account: 'Elija una persona.',
  objectTitle: '¿Todavía tiene sus llaves?',
  objectLead:
    'A alguien de la administración le dijeron que usted perdió aquello con lo que inicia sesión en Tailboard, y empezó a quitarlo. Todavía no se quitó nada. Si aún lo tiene, o no lo pidió, una pulsación lo detiene. Si lo pidió, no tiene que hacer nada aquí.',
  object: 'Detenerlo, no perdí nada',
  stoppedTitle: 'Detenido',
  stopped: 'No se quitó nada. Avise a la administración de su región de que usted no lo pidió.',
  overTitle: 'Aquí no hay nada que detener',
  over: 'Puede que ya haya terminado, o que el enlace esté incompleto. Si sus llaves ya no sirven, hable con la administración de su región.',
}

export const recoveryWords: Phrases<typeof en> = { en, es }
