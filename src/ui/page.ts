import type { Child } from 'hono/jsx'
import type { HelpLine } from './helpLine.ts'
import type { Language } from './language.ts'
import type { Path } from './path.ts'

/** What every whole page needs; text comes in the language of `lang`. */
export type PageProps = {
  readonly title: string
  readonly lang: Language
  readonly stylesheet: Path
  readonly children?: Child
}

export type HelpProps = { readonly help: readonly HelpLine[] }

export type NavLink = { readonly href: Path; readonly label: string; readonly current?: boolean }
