import type { Child } from 'hono/jsx'
import type { Region } from '../region/index.ts'
import type { Chrome } from '../ui/chrome.ts'
import type { Language } from '../ui/language.ts'
import { turnOf } from '../ui/languageSwitch.tsx'
import type { Path } from '../ui/path.ts'
import { PublicPage } from '../ui/publicPage.tsx'

export type PublicDeps = {
  readonly chrome: Chrome
  readonly leaveHref: Path
  /** The region's own front door. */
  readonly home: (region: Region, lang: Language) => Path
}

type Framed = {
  readonly region: Region
  readonly lang: Language
  readonly title: string
  /** The page's own address, without a language. */
  readonly here: Path
  readonly stylesheet: Path
  readonly helpBelow?: boolean
}

/** What stands around a page of learning that needs no account. */
export const publicFrame = (deps: PublicDeps, framed: Framed, content: Child) => {
  const { region, lang, title, here, stylesheet, helpBelow = true } = framed
  return (
    <PublicPage
      {...{ title, lang, stylesheet, helpBelow }}
      region={region.name}
      home={deps.home(region, lang)}
      help={deps.chrome.help}
      leaveHref={deps.leaveHref}
      languageSwitch={turnOf(here, lang)}
    >
      {content}
    </PublicPage>
  )
}
