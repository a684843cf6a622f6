import type { Child } from 'hono/jsx'
import type { Language } from './language.ts'

type Props = {
  title: Child
  /** Where the title is in another language than the page. */
  titleLang?: Language | undefined
  /** One quiet line above the title. */
  over?: Child
  /** One or two quiet sentences below it. */
  lead?: Child
  /** Tags and actions that stand beside the title where there is room. */
  aside?: Child
}

/** The page's one h1. */
export const PageHead = ({ title, titleLang, over, lead, aside }: Props) => (
  <div class="page-head">
    <div>
      {over === undefined ? null : <p class="muted small">{over}</p>}
      <h1 lang={titleLang}>{title}</h1>
      {lead === undefined ? null : <p class="lead muted">{lead}</p>}
    </div>
    {aside === undefined ? null : <div class="page-aside">{aside}</div>}
  </div>
)

/** Main matter with a narrower column beside it; one column where there is no room. */
export const Columns = ({ main, aside }: { main: Child; aside: Child }) => (
  <div class="columns">
    <div class="stack">{main}</div>
    <div class="stack">{aside}</div>
  </div>
)

export const Section = ({ title, children }: { title: Child; children?: Child }) => (
  <section class="stack">
    <h2>{title}</h2>
    {children}
  </section>
)
