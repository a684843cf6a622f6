import type { Child } from 'hono/jsx'
import { BarePage } from '../ui/barePage.tsx'
import type { Chrome } from '../ui/chrome.ts'
import type { Language } from '../ui/language.ts'
import { type LanguageTurn, turnOf } from '../ui/languageSwitch.tsx'
import type { Path } from '../ui/path.ts'
import { PhaseStrip } from '../ui/phaseStrip.tsx'
import { setUpSteps } from './paths.ts'
import { setUpWords } from './setUpWords.ts'

export type SetUpView = {
  readonly chrome: Chrome
  readonly lang: Language
  /** What the address carries and the other language must carry too. */
  readonly carried: Readonly<Record<string, string>>
}

/** A page of the set-up before anybody is signed in. */
export const SetUpFrame = ({
  view,
  title,
  children,
}: {
  view: SetUpView
  title: string
  children?: Child
}) => (
  <BarePage
    title={title}
    lang={view.lang}
    stylesheet={view.chrome.teamStylesheet}
    line={setUpWords[view.lang].line}
    languageSwitch={turned(view)}
  >
    <div class="stack">{children}</div>
  </BarePage>
)

const all = ['region', 'you', ...setUpSteps] as const

/** Where one is among the five steps. */
export const SetUpStrip = ({ lang, step }: { lang: Language; step: (typeof all)[number] }) => {
  const say = setUpWords[lang]
  return <PhaseStrip label={say.steps} phases={all.map((one) => say[one])} current={all.indexOf(step)} />
}

export const stepOver = (lang: Language, step: (typeof all)[number]): string =>
  setUpWords[lang].step(String(all.indexOf(step) + 1))

function turned({ lang, carried }: SetUpView): LanguageTurn {
  const { href, label } = turnOf(null, lang)
  const query = new URLSearchParams(carried)
  return query.size === 0 ? { href, label } : { href: `${href}&${query}` as Path, label }
}
