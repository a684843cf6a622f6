import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { HelpLine } from '../ui/helpLine.ts'

const both = z.object({ en: z.string().min(1), es: z.string().min(1) })
const lines = z.array(
  z.object({
    code: z.string(),
    label: both,
    number: z.string().nullable(),
    text: z.string().optional(),
    note: z.object({ en: z.string(), es: z.string() }),
    about: both,
    source: z.string(),
    checked: z.iso.date().nullable(),
  }),
)

/** The one reviewed file of numbers. Throws, naming the place, when the file is not as it should be. */
export function readHelpLines(root: string): readonly HelpLine[] {
  const file = JSON.parse(readFileSync(join(root, 'content/resources/help-lines.json'), 'utf8'))
  return lines.parse(Array.isArray(file) ? file : file.lines) as unknown as HelpLine[]
}
