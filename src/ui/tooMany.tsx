import { BarePage } from './barePage.tsx'
import { Button } from './button.tsx'
import type { Chrome } from './chrome.ts'
import type { Language } from './language.ts'
import { PageHead } from './pageHead.tsx'
import { strayWords } from './strayWords.ts'
import { tooManyWords } from './tooManyWords.ts'

type Props = {
  lang: Language
  chrome: Chrome
  /** Until the same request is taken again. */
  minutes: number
  /** The form as it was typed, to be sent again; null where none was sent. */
  again: { readonly action: string; readonly fields: readonly (readonly [string, string])[] } | null
}

/** Somebody comes more often than is usual: how long to wait, and nothing typed is lost. */
export const TooMany = ({ lang, chrome, minutes, again }: Props) => {
  const say = tooManyWords[lang]
  return (
    <BarePage
      title={say.title}
      lang={lang}
      stylesheet={chrome.teamStylesheet}
      line={strayWords[lang].line}
      help={chrome.help}
    >
      <PageHead title={say.title} lead={say.wait(minutes)} />
      {again === null ? (
        <p>{say.reload}</p>
      ) : (
        <form class="stack" method="post" action={again.action}>
          <p>{say.kept}</p>
          {again.fields.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <Button>{say.send}</Button>
        </form>
      )}
    </BarePage>
  )
}
