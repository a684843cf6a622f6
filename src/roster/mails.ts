import { isOneSegment } from '../messaging/index.ts'

/** Notifications carry no content: that something waits, and where to open it. Nobody has said which language they read. */
type Text = { readonly subject: string; readonly text: string }

export function standInMail(link: string): Text {
  return {
    subject: 'Tailboard: a stand-in is asked for / se pide un relevo',
    text: `A colleague asks for a stand-in. Whoever says yes first takes the shift. If it doesn't suit you, there is nothing to do.\n\nUn colega pide un relevo. Quien diga que sí primero toma la guardia. Si no le viene bien, no hay nada que hacer.\n\n${link}\n`,
  }
}

export function shiftTakenMail(link: string): Text {
  return {
    subject: 'Tailboard: your shift is taken over / su guardia tiene relevo',
    text: `Somebody stands in for you. The shift is not yours any more.\n\nAlguien le releva. La guardia ya no es suya.\n\n${link}\n`,
  }
}

export function shiftBeginsMail(link: string, lang: 'en' | 'es'): Text {
  return lang === 'en'
    ? {
        subject: 'Tailboard: your duty begins',
        text: `Your duty begins now. Keep the sheet on your phone, or print it: it works when nothing else does.\n\n${link}\n`,
      }
    : {
        subject: 'Tailboard: empieza su guardia',
        text: `Su guardia empieza ahora. Guarde la hoja en su teléfono, o imprímala: sirve cuando nada más funciona.\n\n${link}\n`,
      }
}

const begins = {
  en: {
    linked: 'Tailboard scheduling: your duty begins. Keep the sheet:',
    alone: 'Tailboard scheduling: your duty begins. Keep the sheet.',
  },
  es: {
    linked: 'Tailboard turnos: empieza su guardia. Guarde la hoja:',
    alone: 'Tailboard turnos: empieza su guardia. Guarde la hoja.',
  },
} as const

/** One GSM-7 segment: where the link has no room in it, the words alone. */
export function shiftBeginsText(link: string, lang: 'en' | 'es'): string {
  const whole = `${begins[lang].linked} ${link}`
  return isOneSegment(whole) ? whole : begins[lang].alone
}

export const shiftBeginsPush = {
  en: 'Tailboard: your duty begins. Keep the sheet.',
  es: 'Tailboard: empieza su guardia. Guarde la hoja.',
} as const
