import type { Language } from './language.ts'
import type { Path } from './path.ts'
import { words } from './words.ts'

/** The way to the same page in the other language, named in that language. */
export type LanguageTurn = { readonly href: Path; readonly label: string }

const names: Record<Language, string> = { en: 'English', es: 'Español' }
const otherThan = (lang: Language): Language => (lang === 'en' ? 'es' : 'en')

/**
 * Names the other language in the address even when it is English, for the choice is kept. Null leads back to the
 * page's own address without repeating it: pages that must look alike under different links do.
 */
export function turnOf(here: Path | null, lang: Language): LanguageTurn {
  const other = otherThan(lang)
  return { href: `${here ?? ''}?lang=${other}` as Path, label: names[other] }
}

export const LanguageSwitch = ({ lang, turn }: { lang: Language; turn: LanguageTurn }) => (
  <nav class="language" aria-label={words[lang].language}>
    <a href={turn.href} lang={otherThan(lang)} hreflang={otherThan(lang)}>
      {turn.label}
    </a>
  </nav>
)
