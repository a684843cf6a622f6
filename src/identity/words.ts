import type { Words } from '../ui/language.ts'

export type IdentityWord =
  | 'line'
  | 'signIn'
  | 'signInLead'
  | 'email'
  | 'emailHint'
  | 'emailWrong'
  | 'sendMail'
  | 'codeTitle'
  | 'codeLead'
  | 'codeLead2'
  | 'code'
  | 'codeHint'
  | 'askAgain'
  | 'linkTitle'
  | 'linkLead'
  | 'elsewhereTitle'
  | 'elsewhere'
  | 'notOpenTitle'
  | 'notOpen'
  | 'inviteTitle'
  | 'inviteLead'
  | 'firstLead'
  | 'accept'
  | 'inviteNotOpenTitle'
  | 'inviteNotOpen'
  | 'rolesApart'
  | 'signedOutTitle'
  | 'signedOut'
  | 'agencyMailTitle'
  | 'agencyMail'

export const words: Words<IdentityWord> = {
  en: {
    line: 'for the team',
    signIn: 'Sign in',
    signInLead:
      'With a passkey if you made one, or by mail: we send a link and a code. There is no password.',
    email: 'Your e-mail address',
    emailHint: 'The one you were invited with.',
    emailWrong: 'Write the whole address, like name@example.org.',
    sendMail: 'Send the mail',
    codeTitle: 'Look at your mail',
    codeLead: 'If that address belongs to somebody on the team, a mail is on its way to it.',
    codeLead2: 'Open its link in this browser, or type its code here. Both work once, for ten minutes.',
    code: 'Code',
    codeHint: 'Eight letters and digits. Spaces and capitals don’t matter.',
    askAgain: 'Ask for another mail',
    linkTitle: 'Sign in here?',
    linkLead: 'If you asked for this in this browser, one press and you are in.',
    elsewhereTitle: 'Type the code where you asked',
    elsewhere:
      'This is not the browser where you asked to sign in. Nothing happened, and the code still works: go back there and type the eight characters from the mail.',
    signedOutTitle: 'You were signed out',
    signedOut: 'What you sent was not saved. Sign in, go back to the form and send it again.',
    agencyMailTitle: 'Please use a personal address',
    agencyMail:
      'This is a department’s own address, and a department can read its mail. So nobody on the team signs in with one. Ask whoever invited you for an invitation to a personal address; nothing you did is lost.',
    notOpenTitle: 'That did not work',
    notOpen:
      'The link or code can’t be used: it may be old, used already, or mistyped. Check the code once more, or ask for another mail.',
    inviteTitle: 'Welcome to Tailboard',
    inviteLead:
      'You were invited. Accepting makes your account and signs you in; there is no password to remember.',
    firstLead:
      'This makes the first administrator, who also coordinates. Write the address you will sign in with.',
    accept: 'Accept',
    inviteNotOpenTitle: 'This invitation can’t be used',
    inviteNotOpen:
      'It may be old, used already, or incomplete. If you have accepted it before, sign in; otherwise ask whoever invited you for a new one.',
    rolesApart:
      'This account can’t take this role: whoever speaks for a department does not run the team. Nothing was changed; please talk to whoever invited you.',
  },
  es: {
    line: 'para el equipo',
    signIn: 'Iniciar sesión',
    signInLead:
      'Con una llave de acceso si creó una, o por correo: le enviamos un enlace y un código. No hay contraseña.',
    email: 'Su correo electrónico',
    emailHint: 'El de su invitación.',
    emailWrong: 'Escriba la dirección completa, como nombre@example.org.',
    sendMail: 'Enviar el correo',
    codeTitle: 'Revise su correo',
    codeLead: 'Si esa dirección es de alguien del equipo, un correo va en camino.',
    codeLead2:
      'Abra el enlace en este navegador o escriba aquí el código. Ambos sirven una vez, durante diez minutos.',
    code: 'Código',
    codeHint: 'Ocho letras y cifras. No importan los espacios ni las mayúsculas.',
    askAgain: 'Pedir otro correo',
    linkTitle: '¿Iniciar sesión aquí?',
    linkLead: 'Si lo pidió en este navegador, basta con pulsar una vez.',
    elsewhereTitle: 'Escriba el código donde lo pidió',
    elsewhere:
      'Este no es el navegador donde pidió iniciar sesión. No ha pasado nada y el código sigue sirviendo: vuelva allí y escriba los ocho caracteres del correo.',
    signedOutTitle: 'Su sesión se había cerrado',
    signedOut: 'Lo que envió no se guardó. Inicie sesión, vuelva al formulario y envíelo otra vez.',
    agencyMailTitle: 'Use una dirección personal',
    agencyMail:
      'Esta dirección es de un departamento, y un departamento puede leer su correo. Por eso nadie del equipo inicia sesión con una así. Pida a quien le invitó una invitación a una dirección personal; nada de lo que hizo se pierde.',
    notOpenTitle: 'No ha funcionado',
    notOpen:
      'El enlace o el código no se puede usar: quizá sea viejo, ya se usó o está mal escrito. Revise el código o pida otro correo.',
    inviteTitle: 'Le damos la bienvenida a Tailboard',
    inviteLead:
      'Tiene una invitación. Al aceptarla se crea su cuenta y entra; no hay contraseña que recordar.',
    firstLead:
      'Así se crea la primera persona administradora, que también coordina. Escriba la dirección con la que iniciará sesión.',
    accept: 'Aceptar',
    inviteNotOpenTitle: 'Esta invitación no se puede usar',
    inviteNotOpen:
      'Quizá sea vieja, ya se usó o está incompleta. Si ya la aceptó, inicie sesión; si no, pida otra a quien le invitó.',
    rolesApart:
      'Esta cuenta no puede tener esta función: quien habla por un departamento no dirige el equipo. No se cambió nada; hable con quien le invitó.',
  },
}
