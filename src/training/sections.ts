import type { Citations } from './citations.ts'
import type { ContentProblem, Passage } from './contentProblem.ts'
import { checkSchema, packSchema } from './contentSchemas.ts'
import type { Block, Section } from './course.ts'
import { readYaml } from './frontMatter.ts'
import { citeHtml, keysOf, parse, render, type Token, textOf } from './markdown.ts'

export type Link = { readonly to: 'lesson' | 'handout'; readonly id: string; readonly line: number }

export type Written = {
  readonly sections: readonly Section[]
  readonly problems: readonly ContentProblem[]
  readonly passages: readonly Passage[]
  readonly links: readonly Link[]
  /** Lines on which a picture stands, and whether with words. */
  readonly pictures: readonly { readonly line: number; readonly words: boolean }[]
}

const heading = /^([\s\S]*?)\s*\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}$/
const internal = /^(lesson|handout):([a-z0-9]+(?:-[a-z0-9]+)*)$/

/** The body of a file as sections and blocks. `line` is where it begins; numbers of citations go on where `citations` stands. */
export function readSections(file: string, body: string, line: number, citations: Citations): Written {
  const reading = new Reading(file, line, citations)
  reading.tokens(parse(body))
  return reading
}

class Reading implements Written {
  readonly sections: { id: string; title: string; blocks: Block[] }[] = []
  readonly problems: ContentProblem[] = []
  readonly passages: Passage[] = []
  readonly links: Link[] = []
  readonly pictures: { line: number; words: boolean }[] = []
  private readonly file: string
  private readonly first: number
  private readonly citations: Citations
  private held: Token[] = []
  private cell = false

  constructor(file: string, first: number, citations: Citations) {
    this.file = file
    this.first = first
    this.citations = citations
  }

  tokens(all: Token[]) {
    for (let at = 0; at < all.length; at++) {
      const token = all[at]!
      if (token.type === 'heading_open' && token.tag === 'h2' && token.level === 0) {
        this.title(all[at + 1]!)
        at += 2
      } else if (token.type === 'fence' && token.level === 0) this.fence(token)
      else this.held.push(this.seen(token))
    }
    this.flush()
  }

  private wrong(line: number, says: string) {
    this.problems.push({ file: this.file, line, says })
  }

  private lineOf(token: Token): number {
    return this.first + (token.map?.[0] ?? 0)
  }

  /** What stands before the first heading is a section too. */
  private block(block: Block) {
    if (this.sections.length === 0) this.sections.push({ id: 'start', title: '', blocks: [] })
    this.sections.at(-1)!.blocks.push(block)
  }

  private flush() {
    if (this.held.length > 0) this.block({ kind: 'prose', html: render(this.held) })
    this.held = []
  }

  private title(inline: Token) {
    this.flush()
    const line = this.lineOf(inline)
    const words = textOf(inline.children ?? [])
    if (inline.children?.some(({ type }) => type === 'cite')) this.wrong(line, 'a heading cites nothing')
    const [, title = words, id = ''] = heading.exec(words) ?? []
    if (id === '') this.wrong(line, 'a heading ends with an id of its own: ## Title {#id}')
    if (this.sections.some((section) => section.id === id)) this.wrong(line, `the id ${id} stands here twice`)
    this.passages.push({ file: this.file, line, text: title, of: 'heading' })
    this.sections.push({ id, title, blocks: [] })
  }

  private fence(token: Token) {
    this.flush()
    const kind = token.info.trim()
    const line = this.lineOf(token) + 1
    if (kind === 'check') {
      const { value, problems, lineOf } = readYaml(token.content, checkSchema, this.file, line)
      this.problems.push(...problems)
      if (value === null) return
      this.block({ kind: 'check', check: value })
      const said = (path: PropertyKey[], text: string, of: Passage['of'] = 'said') =>
        this.passages.push({ file: this.file, line: lineOf(path), text, of })
      said(['ask'], value.ask)
      for (const [at, option] of value.options.entries()) {
        said(['options', at, 'text'], option.text, option.right ? 'said' : 'wrong')
        said(['options', at, 'say'], option.say)
      }
    } else if (kind === 'pack') {
      const { value, problems } = readYaml(token.content, packSchema, this.file, line)
      this.problems.push(...problems)
      if (value !== null) this.block({ kind: 'pack', show: value.show })
    } else if (kind === 'scene') {
      // Who speaks next begins a line.
      const tokens = parse(token.content.replace(/\n(?=[“"‘])/g, '  \n'))
      const html = render(tokens.map((one) => this.seen(one, 'scene', line)))
      this.block({ kind: 'scene', html })
    } else if (kind === 'help-lines') {
      if (token.content.trim() !== '')
        this.wrong(line, 'a block of help lines is empty: the region brings them')
      this.block({ kind: 'help-lines' })
    } else this.wrong(line - 1, `there is no block called "${kind}": check, pack, help-lines or scene`)
  }

  /** Numbers its citations, and keeps what must be looked at. */
  private seen(token: Token, of: Passage['of'] = 'prose', first = this.first): Token {
    const line = first + (token.map?.[0] ?? 0)
    if (token.type === 'table_open') this.cell = true
    if (token.type === 'table_close') this.cell = false
    if (token.type === 'heading_open' && token.tag !== 'h3') this.wrong(line, 'headings are ## and ###')
    if (token.type === 'fence') this.wrong(line, 'a block stands by itself, outside lists and quotes')
    if (token.type === 'code_block') this.wrong(line, 'text that is indented so far would be shown as code')
    if (token.type !== 'inline') return token
    const children = token.children ?? []
    const text = textOf(children)
    this.passages.push({ file: this.file, line, text, of: of === 'prose' && this.cell ? 'cell' : of })
    for (const [at, child] of children.entries()) this.child(child, line + breaksBefore(children, at))
    return token
  }

  private child(child: Token, line: number) {
    if (child.type === 'cite') {
      const numbers = keysOf(child.content).map((key) => {
        const said = this.citations.cite(key)
        if (said === null) this.wrong(line, `no source is called ${key}`)
        return said ?? { number: 0, practice: false }
      })
      child.meta = { html: citeHtml(numbers) }
    } else if (child.type === 'image') {
      const words = textOf(child.children ?? []).trim() !== ''
      this.pictures.push({ line, words })
    } else if (child.type === 'link_open') {
      const [, to, id] = internal.exec(String(child.attrGet('href'))) ?? []
      if (to === undefined || id === undefined)
        this.wrong(line, 'links lead to lesson:ID or handout:ID; what stands elsewhere is cited')
      else this.links.push({ to: to as Link['to'], id, line })
    }
  }
}

function breaksBefore(children: readonly Token[], at: number): number {
  return textOf(children.slice(0, at)).split('\n').length - 1
}
