import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Check, parseCheck } from './checkContent.ts'

/** Every part of the self-check, in its order. Throws, naming the file, when one does not fit its schema. */
export function readChecks(root: string): readonly Check[] {
  const folder = join(root, 'content/self-check')
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return files
    .map((name) => {
      try {
        const check = parseCheck(readFileSync(join(folder, name), 'utf8'))
        if (`${check.code}.json` !== name) throw new Error(`it is ${check.code}`)
        return check
      } catch (error) {
        throw new Error(
          `content/self-check/${name}: ${error instanceof Error ? error.message : String(error)}`,
        )
      }
    })
    .sort((one, other) => one.order - other.order)
}
