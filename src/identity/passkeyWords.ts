import type { Phrases } from '../ui/language.ts'

const en = {
  signIn: 'Sign in with a passkey',
  unsupported: 'This browser has no passkeys. Use another way here.',
  notMade:
    'No passkey was made. Perhaps you turned away, or this device has one already. Try again, or leave it.',
  notUsed: 'No passkey answered. Try again, or use another way here.',
  refusedTitle: 'That passkey was not accepted',
  refused:
    'The request may be old or used already, or the passkey was removed here. Try again, or use another way.',
  again: 'Try again',
  newTitle: 'Sign in without a mail next time',
  newLead:
    'A passkey is kept by your phone, computer or security key, and opened by your finger, face or PIN. Nothing of those comes to us.',
  name: 'A name for it',
  nameHint: 'So that you know it again: “my phone”. Up to 60 characters.',
  nameWrong: 'Give it a name of 1 to 60 characters.',
  make: 'Make a passkey',
  notNow: 'Not now',
  script: 'Passkeys need the page’s script. Where scripts are off, use the mail, or an authenticator app.',
}

const es: typeof en = {
  signIn: 'Iniciar sesión con una llave de acceso',
  unsupported: 'Este navegador no tiene llaves de acceso. Use otra de las formas de esta página.',
  notMade:
    'No se creó ninguna llave de acceso. Tal vez usted lo canceló, o este dispositivo ya tiene una. Inténtelo de nuevo o déjelo así.',
  notUsed:
    'No respondió ninguna llave de acceso. Inténtelo de nuevo o use otra de las formas de esta página.',
  refusedTitle: 'Esa llave de acceso no fue aceptada',
  refused:
    'La petición puede ser antigua o ya usada, o la llave se quitó aquí. Inténtelo de nuevo o use otra forma.',
  again: 'Intentar de nuevo',
  newTitle: 'La próxima vez, inicie sesión sin correo',
  newLead:
    'Una llave de acceso la guarda su teléfono, su computadora o su llave de seguridad, y se abre con su dedo, su cara o su PIN. Nada de eso nos llega.',
  name: 'Un nombre para ella',
  nameHint: 'Para reconocerla: «mi teléfono». Hasta 60 caracteres.',
  nameWrong: 'Póngale un nombre de 1 a 60 caracteres.',
  make: 'Crear una llave de acceso',
  notNow: 'Ahora no',
  script:
    'Las llaves de acceso necesitan el script de la página. Donde no hay scripts, use el correo o una aplicación de autenticación.',
}

export const passkeyWords: Phrases<typeof en> = { en, es }
