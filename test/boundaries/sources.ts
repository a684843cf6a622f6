import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Source = { readonly path: string; readonly text: string }

/** Every file under a folder of the checkout whose name ends so, by its path from the root. */
export function sourcesUnder(root: string, folder: string, ending: RegExp): readonly Source[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .sort()
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') }))
}
