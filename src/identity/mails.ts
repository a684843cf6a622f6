import type { Language } from '../ui/language.ts'
import { dayAndClock } from '../ui/moment.ts'
import { spoken } from './signInCode.ts'

type Text = { readonly subject: string; readonly text: string }

/** Says that somebody wants to sign in and nothing else: no name, no region, no role. */
export function signInMail(language: Language, link: string, code: string): Text {
  return language === 'es'
    ? {
        subject: 'Tailboard: iniciar sesión',
        text: `Abra este enlace en el navegador donde lo pidió:\n${link}\n\nO escriba allí este código: ${spoken(code)}\n\nAmbos sirven una vez y durante diez minutos. Si usted no lo pidió, no haga nada.\n`,
      }
    : {
        subject: 'Tailboard: sign in',
        text: `Open this link in the browser where you asked:\n${link}\n\nOr type this code there: ${spoken(code)}\n\nThey work once, for ten minutes. If you did not ask, do nothing.\n`,
      }
}

/** When it happened, by the clock its owner lives by. */
type When = { readonly at: Temporal.Instant; readonly zone: string }

function saidBy(when: When | null): Readonly<Record<Language, string>> {
  if (when === null) return { en: '', es: '' }
  const said = (language: Language) => dayAndClock(when.at, when.zone, language, true)
  return { en: ` When: ${said('en')}.`, es: ` Cuándo: ${said('es')}.` }
}

/** Says that something changed, and not what: whoever reads a mailbox learns nothing of use. In both languages, as the next one. */
export function accountMail(link: string, when: When | null): Text {
  const said = saidBy(when)
  return {
    subject: 'Tailboard: your account / su cuenta',
    text: `How you sign in to Tailboard was changed.${said.en} See it here:\n${link}\nIf that was not you, tell an administrator of your region at once.\n\nSe cambió su forma de iniciar sesión en Tailboard.${said.es} Véalo aquí:\n${link}\nSi no fue usted, avise enseguida a la administración de su región.\n`,
  }
}

/** Says that one was used, and not for what nor which. */
export function codeUsedMail(link: string, when: When | null): Text {
  const said = saidBy(when)
  return {
    subject: 'Tailboard: your account / su cuenta',
    text: `One of your printed codes was used.${said.en} See your account here:\n${link}\nIf that was not you, make new codes there and tell an administrator of your region at once.\n\nSe usó uno de sus códigos impresos.${said.es} Vea su cuenta aquí:\n${link}\nSi no fue usted, cree allí códigos nuevos y avise enseguida a la administración de su región.\n`,
  }
}

/** Somebody else asked for it, so it says what to do against it, and until when that surely helps. */
export function recoveryMail(
  link: string,
  { from, zone }: { readonly from: Temporal.Instant; readonly zone: string },
): Text {
  const said = (language: Language) => dayAndClock(from, zone, language)
  return {
    subject: 'Tailboard: your account / su cuenta',
    text: `An administrator of your region began to take away what you sign in to Tailboard with, because they were told that you lost it. A second one must agree within a day, and can do so from ${said('en')}, not before. If you did not ask for this, stop it here:\n${link}\n\nAlguien de la administración de su región empezó a quitar aquello con lo que inicia sesión en Tailboard, porque le dijeron que lo perdió. Otra persona debe confirmarlo en un día, y puede hacerlo desde ${said('es')}, no antes. Si usted no lo pidió, deténgalo aquí:\n${link}\n`,
  }
}

/** In both languages: nobody has said yet which one this person reads. */
export function invitationMail(link: string): Text {
  return {
    subject: 'Tailboard: an invitation / una invitación',
    text: `You are invited to Tailboard. The link works once, for seven days, and is yours alone:\n${link}\n\nEsta es una invitación a Tailboard. El enlace sirve una vez, durante siete días, y es solo para usted.\n`,
  }
}
