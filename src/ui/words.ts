import type { Words } from './language.ts'

/** The words that components say by themselves; everything else comes as props and children. */
export type UiWord =
  | 'skip'
  | 'leave'
  | 'leaveNote'
  | 'help'
  | 'text'
  | 'checkedOn'
  | 'notYetChecked'
  | 'menu'
  | 'account'
  | 'signOut'
  | 'language'
  | 'requiredNote'
  | 'errorTitle'
  | 'choose'

export const words: Words<UiWord> = {
  en: {
    skip: 'Skip to the content',
    leave: 'Leave',
    leaveNote: 'stays in history',
    help: 'Help lines',
    text: 'text',
    checkedOn: 'Numbers last compared with each line’s own page on',
    notYetChecked: 'number not yet checked by us',
    menu: 'Menu',
    account: 'Account',
    signOut: 'Sign out',
    language: 'Language',
    requiredNote: 'A star marks what is needed.',
    errorTitle: 'Please look at this again',
    choose: 'Choose…',
  },
  es: {
    skip: 'Ir al contenido',
    leave: 'Salir',
    leaveNote: 'queda en el historial',
    help: 'Líneas de ayuda',
    text: 'mensaje al',
    checkedOn: 'Números comparados con la página de cada línea el',
    notYetChecked: 'aún no hemos comprobado el número',
    menu: 'Menú',
    account: 'Cuenta',
    signOut: 'Cerrar sesión',
    language: 'Idioma',
    requiredNote: 'El asterisco marca lo necesario.',
    errorTitle: 'Revise lo siguiente',
    choose: 'Elija…',
  },
}
