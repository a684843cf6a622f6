import type { Language } from '../ui/language.ts'
import type { Path } from '../ui/path.ts'
import { type LinkTo, linked } from './links.ts'

type Props = {
  /** As `markdown.ts` made it, and nothing else: it is not escaped again. */
  html: string
  lang: Language
  textLang: Language
  linkFor: (to: LinkTo) => Path
  scene?: boolean
}

export const Prose = ({ html, lang, textLang, linkFor, scene = false }: Props) => (
  <div
    class={scene ? 'prose scene' : 'prose'}
    lang={textLang === lang ? undefined : textLang}
    dangerouslySetInnerHTML={{ __html: linked(html, linkFor) }}
  />
)
