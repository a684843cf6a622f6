import type { Child } from 'hono/jsx'
import type { Region } from '../region/index.ts'
import type { Chrome } from '../ui/chrome.ts'
import type { Language } from '../ui/language.ts'
import type { Path } from '../ui/path.ts'
import { PublicPage } from '../ui/publicPage.tsx'
import { spoken, supportPaths } from './frontPaths.ts'

type Props = {
  of: Region
  title: string
  here: Path
  lang: Language
  chrome: Chrome
  leaveHref: Path
  /** False where the page itself shows the lines in full. */
  helpBelow?: boolean
  children?: Child
}

/** A support page: anybody's, in both languages, with the help lines and quick exit on top. */
export const FrontFrame = ({ of, title, here, lang, chrome, leaveHref, helpBelow, children }: Props) => (
  <PublicPage
    title={title}
    lang={lang}
    region={of.name}
    home={spoken(supportPaths.region(of.slug), lang)}
    stylesheet={chrome.publicStylesheet}
    help={chrome.help}
    leaveHref={leaveHref}
    helpBelow={helpBelow ?? true}
    languageSwitch={
      lang === 'en' ? { href: spoken(here, 'es'), label: 'Español' } : { href: here, label: 'English' }
    }
  >
    {children}
  </PublicPage>
)
