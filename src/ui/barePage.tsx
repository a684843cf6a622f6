import { Document } from './document.tsx'
import { HelpBar } from './helpBar.tsx'
import type { HelpLine } from './helpLine.ts'
import { LanguageSwitch, type LanguageTurn } from './languageSwitch.tsx'
import type { PageProps } from './page.ts'

type Props = PageProps & {
  /** What this one page is: "one offer, for you". */
  line: string
  help?: readonly HelpLine[]
  languageSwitch?: LanguageTurn | undefined
}

/** One question and its answer, opened from a message: no menu, nowhere else to go. */
export const BarePage = ({ title, lang, stylesheet, line, help, languageSwitch, children }: Props) => (
  <Document kind="bare" title={title} lang={lang} stylesheet={stylesheet}>
    <header class="bare-head">
      <b>Tailboard</b> <span class="muted">{line}</span>
      {languageSwitch === undefined ? null : <LanguageSwitch lang={lang} turn={languageSwitch} />}
    </header>
    <main id="content" tabindex={-1}>
      {children}
    </main>
    {help === undefined ? null : (
      <footer class="top">
        <HelpBar help={help} lang={lang} />
      </footer>
    )}
  </Document>
)
