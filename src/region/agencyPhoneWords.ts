import type { Phrases } from '../ui/language.ts'

const en = {
  title: 'Numbers on file',
  lead: 'Whoever asks in an agency’s name is called back at its number here: dispatch, or the desk that is staffed at night.',
  keep: 'Keep',
  kept: 'Kept.',
  mail: (agency: string) => `Mail domains of ${agency}`,
  mailHint:
    'Such as larkfield.example, separated by commas. Nobody on the team signs in or is called out at these: a department can read its own mail. Its contacts can.',
  domain_malformed:
    'Give what stands after the @, such as larkfield.example, at most twenty separated by commas.',
  domain_own:
    'Your own address stands there: you would shut yourself out. Be invited at a personal address first.',
  malformed: 'Give a phone number with 7 to 20 digits, or leave it empty.',
}
const es: typeof en = {
  title: 'Números registrados',
  lead: 'A quien pide en nombre de una agencia se le llama al número de aquí: despacho, o el puesto que de noche tiene gente.',
  keep: 'Guardar',
  kept: 'Guardado.',
  mail: (agency) => `Dominios de correo de ${agency}`,
  mailHint:
    'Por ejemplo larkfield.example, separados por comas. Nadie del equipo inicia sesión ni recibe llamamientos allí: un departamento puede leer su propio correo. Sus contactos sí.',
  domain_malformed:
    'Indique lo que va después de la @, como larkfield.example; veinte como máximo, separados por comas.',
  domain_own:
    'Su propia dirección está allí: se quedaría fuera. Pida antes una invitación a una dirección personal.',
  malformed: 'Indique un número con 7 a 20 cifras, o déjelo vacío.',
}

/** Where agencies are called back. */
export const agencyPhoneWords: Phrases<typeof en> = { en, es }
