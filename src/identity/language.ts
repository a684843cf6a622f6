import type { Language } from '../ui/language.ts'
import { type CookieRule, cookieIn, cookieLine } from './cookie.ts'

const known = /^(en|es)$/

/** The language this address asks for, or null when it asks for none that we speak. */
export function askedLanguage(url: string): Language | null {
  const asked = new URL(url).searchParams.get('lang') ?? ''
  return known.test(asked) ? (asked as Language) : null
}

/** What somebody chose: by this address, else before and kept in the cookie; null when they never chose. */
export function chosenLanguage(rule: CookieRule, url: string, cookies: string | null): Language | null {
  return askedLanguage(url) ?? (cookieIn(cookies, rule.language, known) as Language | null)
}

/** The first language that the browser names, of the two that we speak. */
export function languageOfBrowser(acceptLanguage: string | null): Language {
  return /^\s*es\b/i.test(acceptLanguage ?? '') ? 'es' : 'en'
}

const yearSeconds = 365 * 24 * 3600

/** Keeps the choice for a year. It holds two letters, for nobody in particular. */
export function languageLine(rule: CookieRule, lang: Language): string {
  return cookieLine(rule, rule.language, lang, yearSeconds)
}
