import type { Language } from '../ui/language.ts'
import { type LinkFor, linked } from './links.ts'

type Props = {
  /** As `markdown.ts` made it, and nothing else: it is not escaped again. */
  html: string
  lang: Language
  textLang: Language
  linkFor: LinkFor
  list: string
  scene: boolean
}

export const Prose = ({ html, lang, textLang, linkFor, list, scene }: Props) => (
  <div
    class={scene ? 'prose scene' : 'prose'}
    lang={textLang === lang ? undefined : textLang}
    dangerouslySetInnerHTML={{ __html: linked(html, linkFor, list) }}
  />
)
