import { BarePage } from '../ui/barePage.tsx'
import { Button } from '../ui/button.tsx'
import type { Chrome } from '../ui/chrome.ts'
import type { Language } from '../ui/language.ts'
import { turnOf } from '../ui/languageSwitch.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { drillWords } from './drillWords.ts'
import { rosterPaths } from './paths.ts'

type Props = {
  chrome: Chrome
  lang: Language
  /** Null: the link names nothing of ours. */
  line: { readonly code: string; readonly answered: boolean } | null
}

/** One question behind the link of a drill's message: no sign-in, no script, and nothing happens before the button. */
export const ReachedPage = ({ chrome, lang, line }: Props) => {
  const say = drillWords[lang]
  const title = line === null ? say.nothingTitle : line.answered ? say.thanks : say.pageTitle
  return (
    <BarePage
      title={title}
      lang={lang}
      stylesheet={chrome.teamStylesheet}
      line={say.line}
      help={chrome.help}
      languageSwitch={turnOf(line === null ? null : rosterPaths.reached(line.code), lang)}
    >
      <PageHead title={title} lead={line === null || line.answered ? undefined : say.pageLead} />
      {line === null ? <Notice>{say.nothing}</Notice> : null}
      {line?.answered === true ? <Notice tone="ok">{say.thanksText}</Notice> : null}
      {line?.answered === false ? (
        <form method="post" action={rosterPaths.reached(line.code)}>
          <Button look="primary" wide>
            {say.yes}
          </Button>
        </form>
      ) : null}
    </BarePage>
  )
}
