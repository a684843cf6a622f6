import { BarePage } from './barePage.tsx'
import { LinkButton } from './button.tsx'
import type { Chrome } from './chrome.ts'
import type { Language } from './language.ts'
import { PageHead } from './pageHead.tsx'
import type { Path } from './path.ts'
import { strayWords } from './strayWords.ts'

type Props = { what: keyof (typeof strayWords)['en']['answers']; lang: Language; chrome: Chrome }

/** An answer that belongs to no page: what happened, that nothing was saved, the way on, and the help lines. */
export const Stray = ({ what, lang, chrome }: Props) => {
  const words = strayWords[lang]
  const { title, line } = words.answers[what]
  return (
    <BarePage
      title={title}
      lang={lang}
      stylesheet={chrome.teamStylesheet}
      line={words.line}
      help={chrome.help}
    >
      <PageHead title={title} lead={line} />
      <p>
        <LinkButton href={(lang === 'es' ? '/?lang=es' : '/') as Path}>{words.start}</LinkButton>
      </p>
    </BarePage>
  )
}
