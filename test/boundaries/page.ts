import { textOf } from './clock.ts'
import type { Breach } from './imports.ts'
import { isTest } from './places.ts'
import type { File, Node } from './syntax.ts'

/**
 * What the content policy refuses or a log would lose: inline styles, htmx's inline handlers and its `js:` values,
 * and the console. A shell command may keep its own output: the composition roots write to the streams instead.
 */
export function pageBreaches(file: File): readonly Breach[] {
  if (isTest(file.path)) return []
  return file.nodes.flatMap((node) => {
    const rule = ruleBroken(node)
    return rule === null ? [] : [{ rule, where: `${file.path}:${file.lineOf(node)}`, what: rule }]
  })
}

function ruleBroken(node: Node): string | null {
  if (node.type === 'JSXAttribute') {
    const name = attributeName(node.name as Node)
    if (name === 'style') return 'inline-style'
    if (name.startsWith('hx-on')) return 'hx-on'
  }
  if (node.type === 'MemberExpression' && (node.object as Node).name === 'console') return 'console'
  const text = textOf(node)
  if (text === null) return null
  if (/(^|\s)js:/.test(text)) return 'js-value'
  if (/\bhx-on\b/.test(text)) return 'hx-on'
  return /<[^>]*\sstyle\s*=/.test(text) ? 'inline-style' : null
}

function attributeName(name: Node): string {
  return name.type === 'JSXNamespacedName'
    ? `${(name.namespace as Node).name}:${(name.name as Node).name}`
    : String(name.name)
}
