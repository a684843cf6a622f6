import { parseSync, visitorKeys } from 'oxc-parser'
import type { Source } from './sources.ts'

/** A node as the gates read it; oxc's own types number more than a hundred and a half. */
export type Node = { readonly type: string; readonly start: number; readonly [field: string]: unknown }

export type File = {
  readonly path: string
  readonly nodes: readonly Node[]
  /** Static, type-only, re-exporting and dynamic ones alike; null where the address is computed. */
  readonly imports: readonly {
    readonly from: string | null
    readonly line: number
    readonly typeOnly: boolean
  }[]
  lineOf(node: Node): number
}

const importing = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
])

/** Throws when the file can't be parsed: what a gate can't read it must not call sound. */
export function parse(source: Source): File {
  const parsed = parseSync(source.path, source.text)
  if (parsed.errors.length > 0) throw new Error(`${source.path}: ${parsed.errors[0]!.message}`)
  const nodes: Node[] = []
  collect(parsed.program as unknown as Node, nodes)
  const lineOf = (node: Node) => source.text.slice(0, node.start).split('\n').length
  const imports = nodes
    .filter((node) => importing.has(node.type))
    .filter((node) => node.source !== null && node.source !== undefined)
    .map((node) => ({
      from: addressOf(node.source as Node),
      line: lineOf(node),
      typeOnly: [node.importKind, node.exportKind].includes('type') || node.type === 'TSImportType',
    }))
  return { path: source.path, nodes, imports, lineOf }
}

function addressOf(node: Node): string | null {
  return typeof node.value === 'string' ? node.value : null
}

function collect(node: Node, into: Node[]): void {
  into.push(node)
  for (const key of visitorKeys[node.type] ?? []) {
    const child = node[key]
    for (const one of Array.isArray(child) ? child : [child])
      if (one !== null && typeof one === 'object') collect(one as Node, into)
  }
}
