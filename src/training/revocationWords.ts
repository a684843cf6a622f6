import type { Phrases } from '../ui/language.ts'

const en = {
  title: 'Revoke a certificate',
  lead: 'Once revoked, it stays revoked. Its links and its badge say so from then on.',
  done: 'Revoked',
  doneLead: (day: string, ground: string) => `On ${day}: ${ground}. Its holder reads this on their page.`,
  holder: 'Holder',
  course: 'Course',
  issued: 'Issued on',
  through: 'Valid through',
  ground: 'Why',
  groundMissing: 'Choose why.',
  revoke: 'Revoke it',
  keep: 'Leave it as it is',
}

const es: typeof en = {
  title: 'Revocar un certificado',
  lead: 'Una vez revocado, queda revocado. Sus enlaces y su insignia lo dicen desde entonces.',
  done: 'Revocado',
  doneLead: (day, ground) => `El ${day}: ${ground}. Su titular lo lee en su página.`,
  holder: 'Titular',
  course: 'Curso',
  issued: 'Emitido el',
  through: 'Vigente hasta el final del',
  ground: 'Por qué',
  groundMissing: 'Elija por qué.',
  revoke: 'Revocarlo',
  keep: 'Dejarlo como está',
}

export const revocationWords: Phrases<typeof en> = { en, es }
