import { clockReaders } from './arrows.ts'
import type { Breach } from './imports.ts'
import { isTest } from './places.ts'
import type { Source } from './sources.ts'
import type { File, Node } from './syntax.ts'

// clock_timestamp() and its relatives differ from the transaction's time; tailboard.now() is the one clock.
const sqlClock =
  /(?<!tailboard\.)\bnow\s*\(\s*\)|\b(current_(timestamp|date|time)|localtime(stamp)?)\b|\b(clock|statement|transaction)_timestamp\s*\(|\btimeofday\s*\(/i

/** A clock read in TypeScript, or in SQL written inside it. */
export function clockBreaches(file: File): readonly Breach[] {
  if (file.path in clockReaders || isTest(file.path)) return []
  return file.nodes.flatMap((node) => {
    const what = readOf(node)
    return what === null ? [] : [{ rule: 'clock', where: `${file.path}:${file.lineOf(node)}`, what }]
  })
}

function readOf(node: Node): string | null {
  if (node.type === 'MemberExpression') {
    const name = `${nameOf(node.object)}.${nameOf(node.property)}`
    if (
      /^((globalThis\.)?Date\.now|(globalThis\.)?performance\.now|(globalThis\.)?Temporal\.Now)$/.test(name)
    )
      return name
    if (/^process\.hrtime$/.test(name)) return name
  }
  const argless = (node.arguments as readonly unknown[] | undefined)?.length === 0
  if (node.type === 'NewExpression' && argless && nameOf(node.callee) === 'Date') return 'new Date()'
  if (node.type === 'CallExpression' && nameOf(node.callee) === 'Date') return 'Date()'
  const text = textOf(node)
  return text !== null && sqlClock.test(text) ? `SQL ${sqlClock.exec(text)![0]}` : null
}

/** `Temporal.Now` as it is written, whichever way its parts are reached. */
export function nameOf(value: unknown): string {
  const node = value as Node
  if (node.type === 'MemberExpression') return `${nameOf(node.object)}.${nameOf(node.property)}`
  if (typeof node.name === 'string') return node.name
  return typeof node.value === 'string' ? node.value : '?'
}

export function textOf(node: Node): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null
  if (node.type !== 'TemplateElement') return null
  return (node.value as { cooked?: string | null }).cooked ?? null
}

/** A migration may name the transaction's time once: where it defines tailboard.now(). */
export function migrationClockBreaches(source: Source): readonly Breach[] {
  const defining = /create (or replace )?function tailboard\.now\(\)[^;]*;/gi
  return source.text
    .replace(defining, (text) => text.replace(/[^\n]/g, ' '))
    .split('\n')
    .flatMap((line, index) => {
      const found = sqlClock.exec(line.replace(/--.*/, ''))
      return found === null
        ? []
        : [{ rule: 'clock', where: `${source.path}:${index + 1}`, what: `SQL ${found[0]}` }]
    })
}
