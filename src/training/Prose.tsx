import type { Level } from '../ui/heading.tsx'
import type { Language } from '../ui/language.ts'
import type { Path } from '../ui/path.ts'
import { type LinkTo, linked } from './links.ts'

type Props = {
  /** As `markdown.ts` made it, and nothing else: it is not escaped again. */
  html: string
  textLang: Language
  linkFor: (to: LinkTo) => Path
  /** Of the headings in it, which are written as the third. */
  level: Level
  scene?: boolean
}

export const Prose = ({ html, textLang, linkFor, level, scene = false }: Props) => (
  <div
    class={scene ? 'prose scene' : 'prose'}
    lang={textLang}
    dangerouslySetInnerHTML={{ __html: linked(headed(html, level), linkFor) }}
  />
)

const headed = (html: string, level: Level) => html.replaceAll(/<(\/?)h3>/g, `<$1h${level}>`)
