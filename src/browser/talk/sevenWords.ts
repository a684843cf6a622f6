import { el } from './dom.ts'

/** Words to be written down, each with its number. */
export function sevenWords(drawn: readonly string[]): HTMLElement {
  return el('ol', { class: 'seven', lang: 'en' }, ...drawn.map((word) => el('li', {}, word)))
}
