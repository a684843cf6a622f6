import { Document } from './document.tsx'
import { HelpBar, HelpList } from './helpBar.tsx'
import { Icon } from './icons.tsx'
import { LanguageSwitch, type LanguageTurn } from './languageSwitch.tsx'
import { Mark } from './mark.tsx'
import type { HelpProps, NavLink, PageProps } from './page.ts'
import type { Path } from './path.ts'
import { words } from './words.ts'

type Props = PageProps &
  HelpProps & {
    region?: string | undefined
    home?: Path | undefined
    /** Where quick exit goes. A plain link in the flow, so it never covers a link or a field. */
    leaveHref: Path
    languageSwitch: LanguageTurn
    footer?: readonly NavLink[]
    /** False where the page itself shows the lines in full. */
    helpBelow?: boolean
  }

/** A page for anybody: help on top, quick exit beside the name, no script. */
export const PublicPage = (props: Props) => {
  const { lang, help } = props
  return (
    <Document
      kind="public"
      title={props.region === undefined ? props.title : `${props.title} · ${props.region}`}
      lang={lang}
      stylesheet={props.stylesheet}
    >
      <div class="top">
        <LanguageSwitch lang={lang} turn={props.languageSwitch} />
        <HelpBar help={help} lang={lang} />
      </div>
      <header class="masthead">
        <Mark region={props.region} home={props.home} />
        <a class="leave" href={props.leaveHref} rel="noreferrer">
          <span>
            {words[lang].leave} <Icon name="close" />
          </span>{' '}
          <small>{words[lang].leaveNote}</small>
        </a>
      </header>
      <main id="content" tabindex={-1}>
        {props.children}
      </main>
      <footer class="foot">
        {props.helpBelow === false ? null : (
          <>
            <h2>{words[lang].help}</h2>
            <HelpList help={help} lang={lang} />
          </>
        )}
        {props.footer === undefined ? null : (
          <p class="foot-links">
            {props.footer.map((link) => (
              <a href={link.href} key={link.href}>
                {link.label}
              </a>
            ))}
          </p>
        )}
      </footer>
    </Document>
  )
}
