import { chanceTakers } from './arrows.ts'
import { nameOf } from './clock.ts'
import type { Breach } from './imports.ts'
import { isServer, isTest } from './places.ts'
import type { File } from './syntax.ts'

const drawn = /(^|\.)(Math\.random|randomUUID|getRandomValues|randomBytes|randomInt)$/

/** A pure file draws nothing at random: an id or a token is an argument, so that the same facts give the same answer. */
export function chanceBreaches(file: File): readonly Breach[] {
  if (file.path in chanceTakers || isTest(file.path) || isServer(file.path)) return []
  return file.nodes
    .filter((node) => node.type === 'MemberExpression' && drawn.test(nameOf(node)))
    .map((node) => ({ rule: 'chance', where: `${file.path}:${file.lineOf(node)}`, what: nameOf(node) }))
}
