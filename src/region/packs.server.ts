import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { federalPack, parsePack, type StatePack } from './pack.ts'

/** Every state pack of this installation, by state, and the federal one. Throws, naming the file, when one does not fit its schema. */
export function readPacks(root: string): ReadonlyMap<string, StatePack> {
  const folder = join(root, 'content/packs')
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return new Map(
    files.map((name) => {
      try {
        const pack = parsePack(readFileSync(join(folder, name), 'utf8'))
        const wanted = pack.state === federalPack ? 'federal' : pack.state.toLowerCase()
        if (`${wanted}.json` !== name) throw new Error(`it is the pack of ${pack.state}`)
        return [pack.state, pack]
      } catch (error) {
        throw new Error(`content/packs/${name}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }),
  )
}
