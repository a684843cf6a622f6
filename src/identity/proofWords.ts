import type { Phrases } from '../ui/language.ts'

const en = {
  proveTitle: 'Prove that it is you',
  proveLead: 'You are signed in by mail. What is behind this needs one proof more.',
  held: 'What you typed is kept; you send it right after.',
  notHeld: 'A file can’t be kept: choose it again afterwards. Nothing was saved yet.',
  usePasskey: 'Use a passkey',
  code: 'Code from your authenticator app',
  codeHint: 'Six digits, or one of your ten printed codes.',
  prove: 'Go on',
  wrong:
    'That code does not hold. Wait for the next one in the app, or use a printed code that you have not used yet.',
  wait: 'Five codes were wrong. Wait fifteen minutes, then try again; until then not even a right code is taken.',
  lost: 'I have none of these any more',
  lostHow:
    'Ask an administrator of your region. Two of them together can take your old keys away; you are told by mail, and then set up new ones. Where there is only one administrator, the operator of this installation does it at its command line.',
  enrolTitle: 'Set up a second way to prove that it is you',
  enrolLead:
    'Whoever runs the team needs more than a mailbox. A passkey is quickest; an authenticator app does as well.',
  useAppAlone: 'Use an authenticator app',
  appTitle: 'Set up an authenticator app',
  appLead: 'Scan the picture with your app, or type the secret into it. Then write the code that it shows.',
  picture: 'QR code for your authenticator app',
  secret: 'Secret',
  openApp: 'Open the app on this device',
  appCode: 'Code that the app shows',
  appCodeHint: 'Six digits.',
  appWrong:
    'That code does not hold. Check that the clock of this phone is right, and write the code that stands there now.',
  confirm: 'Set it up',
  codesTitle: 'Print these ten codes',
  codesLead:
    'Each works once in place of the app, on the day your phone is lost. Keep them on paper, not on the phone. They are shown this one time.',
  printed: 'I have them, go on',
  sendTitle: 'Now send what you typed',
  sendLead: 'You have proven that it is you. Nothing was saved yet: one press sends it.',
  send: 'Send it',
}

const es: typeof en = {
  proveTitle: 'Demuestre que es usted',
  proveLead: 'Inició sesión por correo. Lo que sigue necesita una prueba más.',
  held: 'Lo que escribió está guardado; lo envía enseguida.',
  notHeld: 'Un archivo no se puede guardar: elíjalo de nuevo después. Todavía no se guardó nada.',
  usePasskey: 'Usar una llave de acceso',
  code: 'Código de su aplicación de autenticación',
  codeHint: 'Seis cifras, o uno de sus diez códigos impresos.',
  prove: 'Seguir',
  wrong:
    'Ese código no sirve. Espere al siguiente en la aplicación, o use un código impreso que todavía no haya usado.',
  wait: 'Cinco códigos fueron incorrectos. Espere quince minutos y vuelva a intentarlo; hasta entonces no se acepta ni el correcto.',
  lost: 'Ya no tengo nada de esto',
  lostHow:
    'Hable con la administración de su región. Dos personas de la administración juntas pueden quitar sus llaves anteriores; usted recibe un correo y después configura otras. Donde hay una sola, lo hace quien opera esta instalación, en su línea de comandos.',
  enrolTitle: 'Configure una segunda forma de demostrar que es usted',
  enrolLead:
    'Quien dirige el equipo necesita más que un buzón. Lo más rápido es una llave de acceso; una aplicación de autenticación también sirve.',
  useAppAlone: 'Usar una aplicación de autenticación',
  appTitle: 'Configurar una aplicación de autenticación',
  appLead:
    'Escanee la imagen con su aplicación o escriba en ella el secreto. Después escriba el código que muestra.',
  picture: 'Código QR para su aplicación de autenticación',
  secret: 'Secreto',
  openApp: 'Abrir la aplicación en este dispositivo',
  appCode: 'Código que muestra la aplicación',
  appCodeHint: 'Seis cifras.',
  appWrong:
    'Ese código no sirve. Compruebe que la hora de este teléfono es correcta y escriba el código que muestra ahora.',
  confirm: 'Configurar',
  codesTitle: 'Imprima estos diez códigos',
  codesLead:
    'Cada uno sirve una vez en lugar de la aplicación, el día que pierda el teléfono. Guárdelos en papel, no en el teléfono. Se muestran esta única vez.',
  printed: 'Los tengo, seguir',
  sendTitle: 'Ahora envíe lo que escribió',
  sendLead: 'Ha demostrado que es usted. Todavía no se guardó nada: se envía con una pulsación.',
  send: 'Enviarlo',
}

export const proofWords: Phrases<typeof en> = { en, es }
