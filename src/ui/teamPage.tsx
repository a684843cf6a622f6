import type { Child } from 'hono/jsx'
import { Document } from './document.tsx'
import { HelpBar } from './helpBar.tsx'
import { LanguageSwitch, type LanguageTurn } from './languageSwitch.tsx'
import { Mark } from './mark.tsx'
import type { HelpProps, NavLink, PageProps } from './page.ts'
import type { Path } from './path.ts'
import { words } from './words.ts'

type Props = PageProps &
  HelpProps & {
    region: string
    home?: Path | undefined
    /** The signed-in person's role as people say it: "duty coordinator". */
    who: string
    nav: readonly NavLink[]
    /** What is held about the person themselves, of no region. */
    account?: Path | undefined
    languageSwitch?: LanguageTurn | undefined
    /** A POST; `fields` carries what the form needs against forgery. */
    signOut?: { readonly action: Path; readonly fields?: Child } | undefined
  }

/** A signed-in page. */
export const TeamPage = (props: Props) => {
  const { lang } = props
  return (
    <Document
      kind="team"
      title={`${props.title} · ${props.region}`}
      lang={lang}
      stylesheet={props.stylesheet}
    >
      <header class="bar">
        <Mark home={props.home} />
        <nav class="bar-nav" aria-label={words[lang].menu}>
          {props.nav.map((link) => (
            <a href={link.href} key={link.href} aria-current={link.current ? 'page' : undefined}>
              {link.label}
            </a>
          ))}
        </nav>
        <p class="bar-who muted">
          {props.region} · {props.who}
        </p>
        {props.languageSwitch === undefined ? null : (
          <LanguageSwitch lang={lang} turn={props.languageSwitch} />
        )}
        {props.account === undefined ? null : (
          <a class="bar-account" href={props.account}>
            {words[lang].account}
          </a>
        )}
        {props.signOut === undefined ? null : (
          <form class="bar-out" method="post" action={props.signOut.action}>
            {props.signOut.fields}
            <button type="submit">{words[lang].signOut}</button>
          </form>
        )}
      </header>
      <main id="content" tabindex={-1}>
        {props.children}
      </main>
      <footer class="top">
        <HelpBar help={props.help} lang={lang} />
      </footer>
    </Document>
  )
}
