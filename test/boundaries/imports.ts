import { arrows, drawing, ground, islands, isRoot, outsidePackages, serverWithoutSuffix } from './arrows.ts'
import { isFace, isServer, isTest, moduleOf, targetOf } from './places.ts'
import type { File } from './syntax.ts'

export type Breach = { readonly rule: string; readonly where: string; readonly what: string }

/** Who imports whom: arrows between modules, faces, composition roots, and no I/O in a file without the suffix. */
export function importBreaches(file: File): readonly Breach[] {
  return file.imports.flatMap(({ from, line, typeOnly }) => {
    const where = `${file.path}:${line}`
    if (from === null)
      return [{ rule: 'import-computed', where, what: 'an import whose address is computed' }]
    const target = targetOf(file.path, from)
    const rules = target === null ? [] : between(file.path, target)
    if (!mayReachOutside(file.path) && reachesOutside(from)) rules.push('pure')
    if (!typeOnly && from.endsWith('.tsx') && !mayDraw(file.path)) rules.push('drawn')
    return rules.map((rule) => ({ rule, where, what: from }))
  })
}

function between(path: string, target: string): string[] {
  if (isRoot(target) && !isRoot(path) && !isTest(path)) return ['root']
  if (isRoot(path)) return []
  const here = moduleOf(path)
  const there = moduleOf(target)
  if (here === null || here === there) return []
  if (!target.startsWith('src/')) return isTest(path) ? [] : ['outside-src']
  if (here === 'ui' && !isTest(path)) return ['ui']
  if (there === null) return isTest(path) ? [] : ['root']
  if (there === islands && here !== islands) return ['island']
  if (here in ground) return isTest(path) || ground[here]!.includes(there) ? [] : ['ground']
  if (there in ground) return []
  const rules: string[] = []
  if (!isTest(path) && here !== islands && !(arrows[here] ?? []).includes(there)) rules.push('arrow')
  if (!isFace(target)) rules.push('face')
  return rules
}

/** A worker without pages runs our files as they are, and plain Node knows no JSX: rules and faces stay free of it. */
function mayDraw(path: string): boolean {
  return path.endsWith('.tsx') || isTest(path) || isRoot(path)
}

function mayReachOutside(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return isServer(path) || isTest(path) || isRoot(path) || serverWithoutSuffix.includes(name)
}

function reachesOutside(address: string): boolean {
  if (address.startsWith('.')) return isServer(address)
  const within = (name: string) => address === name || address.startsWith(`${name}/`)
  if (within('hono')) return !drawing.some(within)
  return address.startsWith('node:') || address.startsWith('@hono/') || outsidePackages.some(within)
}
