import { faceLimit } from './arrows.ts'
import type { Breach } from './imports.ts'
import { isFace } from './places.ts'
import type { File, Node } from './syntax.ts'

/** One face per module with explicit names, and no index file anywhere else. */
export function shapeBreaches(file: File): readonly Breach[] {
  const breaches: Breach[] = file.nodes
    .filter((node) => node.type === 'ExportAllDeclaration')
    .map((node) => ({
      rule: 'export-star',
      where: `${file.path}:${file.lineOf(node)}`,
      what: 'export * hides what a file offers',
    }))
  if (/\/index(\.[a-z]+)*\.tsx?$/.test(file.path) && !isFace(file.path))
    breaches.push({ rule: 'index', where: file.path, what: 'an index file that is no face' })
  const names = file.nodes.filter((node) => node.type.startsWith('Export')).flatMap(namesOf).length
  if (isFace(file.path) && names > faceLimit)
    breaches.push({ rule: 'face-size', where: file.path, what: `${names} names` })
  return breaches
}

function namesOf(node: Node): readonly unknown[] {
  const specifiers = (node.specifiers as readonly unknown[] | undefined) ?? []
  const declared = node.declaration as { declarations?: readonly unknown[] } | null | undefined
  if (specifiers.length > 0 || !declared) return specifiers
  return declared.declarations ?? [declared]
}
