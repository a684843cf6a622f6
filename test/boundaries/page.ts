import { rawMarkup } from './arrows.ts'
import { textOf } from './clock.ts'
import type { Breach } from './imports.ts'
import { isTest } from './places.ts'
import type { File, Node } from './syntax.ts'

/**
 * What the content policy refuses or a log would lose: inline styles, htmx's inline handlers and its `js:` values,
 * handlers in attributes, markup that passes the escaping, and the console. A shell command may keep its own output: the composition roots write to the streams instead.
 */
export function pageBreaches(file: File): readonly Breach[] {
  if (isTest(file.path)) return []
  return file.nodes.flatMap((node) => {
    const rule = ruleBroken(node) ?? (file.path in rawMarkup ? null : escapes(node))
    return rule === null ? [] : [{ rule, where: `${file.path}:${file.lineOf(node)}`, what: rule }]
  })
}

function ruleBroken(node: Node): string | null {
  if (node.type === 'JSXAttribute') {
    const name = attributeName(node.name as Node)
    if (name === 'style') return 'inline-style'
    if (name.startsWith('hx-on')) return 'hx-on'
  }
  // A component may call its own property as it likes; what an element is given ends in the page.
  if (node.type === 'JSXOpeningElement' && /^[a-z]/.test(String((node.name as Node).name))) {
    const given = (node.attributes as readonly Node[]).filter((one) => one.type === 'JSXAttribute')
    if (given.some((one) => /^on[a-z:]/i.test(attributeName(one.name as Node)))) return 'inline-handler'
  }
  if (node.type === 'MemberExpression' && (node.object as Node).name === 'console') return 'console'
  const text = textOf(node)
  if (text === null) return null
  if (/(^|\s)js:/.test(text)) return 'js-value'
  if (/\bhx-on\b/.test(text)) return 'hx-on'
  return /<[^>]*\sstyle\s*=/.test(text) ? 'inline-style' : null
}

/** Only named files may write markup as it stands: everywhere else all text is escaped. */
function escapes(node: Node): 'raw-markup' | null {
  if (node.type === 'JSXAttribute' && attributeName(node.name as Node) === 'dangerouslySetInnerHTML')
    return 'raw-markup'
  if (node.type === 'Property' && (node.key as Node).name === 'dangerouslySetInnerHTML') return 'raw-markup'
  if (
    node.type !== 'ImportDeclaration' ||
    !/^hono\/(html|utils\/html)$/.test(String((node.source as Node).value))
  )
    return null
  const names = (node.specifiers as readonly Node[]).map(
    (one) => (one.imported as Node | undefined)?.name ?? '*',
  )
  return names.some((name) => name !== 'html') ? 'raw-markup' : null
}

function attributeName(name: Node): string {
  return name.type === 'JSXNamespacedName'
    ? `${(name.namespace as Node).name}:${(name.name as Node).name}`
    : String(name.name)
}
