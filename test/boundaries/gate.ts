import { chanceBreaches } from './chance.ts'
import { clockBreaches } from './clock.ts'
import { type Breach, importBreaches } from './imports.ts'
import { pageBreaches } from './page.ts'
import { shapeBreaches } from './shape.ts'
import type { Source } from './sources.ts'
import { parse } from './syntax.ts'
import { wordBreaches } from './words.ts'

/** Every rule over one file of src. */
export function breachesOf(source: Source): readonly Breach[] {
  const file = parse(source)
  return [importBreaches, shapeBreaches, clockBreaches, chanceBreaches, pageBreaches, wordBreaches].flatMap(
    (rule) => rule(file),
  )
}
