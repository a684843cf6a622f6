import helpLines from '../../content/resources/help-lines.json' with { type: 'json' }
import type { HelpLine } from './helpLine.ts'
import type { Path } from './path.ts'

const said = (text: string) => ({ en: text, es: text })
const unsure = { note: said(''), about: said('Invented, for looking at.'), source: '', checked: null }
export const help: readonly HelpLine[] = [
  ...helpLines,
  { ...unsure, code: 'untried', label: said('Untried line'), number: '1-800-555-0100' },
  { ...unsure, code: 'unnumbered', label: said('Line without a number'), number: null },
]
export const path = (text: string) => text as Path
