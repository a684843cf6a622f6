import type { Breach } from './imports.ts'
import { isTest } from './places.ts'
import type { File, Node } from './syntax.ts'

/** Attributes that are read aloud or seen. */
const read = new Set([
  'title',
  'label',
  'legend',
  'hint',
  'lead',
  'over',
  'line',
  'note',
  'summary',
  'status',
  'caption',
  'placeholder',
  'alt',
  'aria-label',
])

/** Pages that no user of an installation sees. */
const development = new Set(['src/desk/mailboxPages.tsx'])
/** The product's name is the same in every language. */
const names = /Tailboard/g

/** Text that stands in a page itself can't be shown in the other language: it belongs to its module's words. */
export function wordBreaches(file: File): readonly Breach[] {
  if (!file.path.endsWith('.tsx') || isTest(file.path) || development.has(file.path)) return []
  return file.nodes.flatMap((node) => {
    const text = inlineText(node)
    if (text === null || !/\p{L}/u.test(text.replace(names, ''))) return []
    return [{ rule: 'inline-text', where: `${file.path}:${file.lineOf(node)}`, what: text.trim() }]
  })
}

function inlineText(node: Node): string | null {
  if (node.type === 'JSXText') return String(node.value)
  if (node.type !== 'JSXAttribute') return null
  const name = node.name as Node
  const value = node.value as Node | null
  if (value?.type !== 'Literal' || !read.has(String(name.name))) return null
  return typeof value.value === 'string' ? value.value : null
}
