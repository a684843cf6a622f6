import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import type { Course, Library } from './course.ts'

type Node = DefaultTreeAdapterTypes.Node
type Said = { readonly text: string; readonly lang: string }

/** Every piece of text of a page's body, with the language that it is marked with. */
export function saidOn(html: string): Said[] {
  const said: Said[] = []
  const walk = (node: Node, around: string): void => {
    if (node.nodeName === '#text') {
      const text = (node as DefaultTreeAdapterTypes.TextNode).value.replace(/\s+/g, ' ').trim()
      if (text !== '') said.push({ text, lang: around })
      return
    }
    if (node.nodeName === 'head' || node.nodeName === 'script') return
    const attrs = 'attrs' in node ? node.attrs : []
    // The way to the other language is in that language.
    if (attrs.some(({ name }) => name === 'hreflang')) return
    const lang = attrs.find(({ name }) => name === 'lang')?.value ?? around
    if ('childNodes' in node) for (const child of node.childNodes) walk(child, lang)
  }
  walk(parse(html), '')
  return said
}

/** Every text of courses and of their sources that has more than one word, but translated hand-outs and bare names of statutes. */
export function englishOf({ courses, sources }: Library): string[] {
  const found = new Set<string>()
  const collect = (value: unknown, key = ''): void => {
    if (key === 'es' || value === null) return
    if (typeof value === 'string') {
      for (const text of value.split(/<[^>]+>/).map((one) => one.trim()))
        if (text.includes(' ') && /\b[a-z]{3}/.test(text)) found.add(text)
    } else if (typeof value === 'object')
      for (const [name, inside] of Object.entries(value)) collect(inside, name)
  }
  collect(courses satisfies readonly Course[])
  collect([...sources.values()])
  // The longest first: a title may stand inside another text.
  return [...found].sort((one, other) => other.length - one.length)
}
