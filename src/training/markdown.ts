import MarkdownIt, { type Token } from 'markdown-it'

/**
 * Markdown as courses use it: no HTML, no address outside, a citation `[@key]`, links to a lesson or a hand-out. What it makes is the
 * only HTML of courses; links and citations in it are names (`lesson:ID`, `handout:ID`, `source:NUMBER`) that `Prose` turns into addresses.
 */
const engine = new MarkdownIt({ html: false, linkify: false, typographer: false })

/** One citation or several beside each other, which then share one raised place. */
const citation = /(?:\[@[^\]\s]+\]\s*)+/y
const oneKey = /\[@([^\]\s]+)\]/g

engine.inline.ruler.before('link', 'cite', (state, silent) => {
  if (!state.src.startsWith('[@', state.pos)) return false
  citation.lastIndex = state.pos
  const found = citation.exec(state.src)?.[0].trimEnd()
  if (found === undefined) return false
  // Between them was a blank: the number stands at the word.
  if (!silent) {
    state.pending = state.pending.trimEnd()
    state.push('cite', '', 0).content = found
  }
  state.pos += found.length
  return true
})

const { rules } = engine.renderer
rules.softbreak = (tokens, at) => (tokens[at + 1]?.type === 'cite' ? '' : '\n')
rules.cite = (tokens, at) => String(tokens[at]!.meta?.html ?? '')
// No page serves pictures: the words that stand for one are shown.
rules.image = (tokens, at) =>
  `<em class="in-place">${engine.utils.escapeHtml(textOf(tokens[at]!.children ?? []))}</em>`
rules.table_open = () => '<div class="prose-table"><table>\n'
rules.table_close = () => '</table></div>\n'
// A corner that says nothing heads nothing.
rules.th_open = (tokens, at) => (isEmpty(tokens, at) ? '<td>' : '<th>')
rules.th_close = (tokens, at) => (isEmpty(tokens, at - 2) ? '</td>' : '</th>')

const isEmpty = (tokens: readonly Token[], at: number) => tokens[at + 1]?.content === ''

export type { Token }

export function parse(text: string): Token[] {
  return engine.parse(text, {})
}

export function render(tokens: Token[]): string {
  return engine.renderer.render(tokens, engine.options, {})
}

/** Keys of a citation's text. */
export function keysOf(cite: string): string[] {
  return [...cite.matchAll(oneKey)].map(([, key]) => key!)
}

export function citeHtml(numbers: readonly { number: number; practice: boolean }[]): string {
  const links = numbers.map(({ number, practice }) =>
    practice
      ? `<a class="from-practice" href="source:${number}">practice</a>`
      : `<a href="source:${number}">${number}</a>`,
  )
  return `<sup class="cite">${links.join(', ')}</sup>`
}

/** Words alone, each line of the file a line; what is struck through is not there. */
export function textOf(tokens: readonly Token[]): string {
  let struck = 0
  let text = ''
  for (const token of tokens) {
    if (token.type === 's_open') struck += 1
    else if (token.type === 's_close') struck -= 1
    else if (token.type === 'softbreak' || token.type === 'hardbreak') text += '\n'
    else if (token.type === 'cite') text += token.content.replace(/[^\n]/g, '')
    else if (struck > 0) continue
    else if (token.type === 'image') text += textOf(token.children ?? [])
    else text += token.content
  }
  return text
}
