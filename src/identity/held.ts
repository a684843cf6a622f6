import { z } from 'zod'
import type { Path } from '../ui/path.ts'

/** A form somebody sent before they could prove who they are, to be sent once they have. */
export type Held = {
  readonly action: Path
  readonly fields: readonly (readonly [string, string])[]
}

const shape = z.object({
  action: z
    .string()
    .regex(/^\/(?:[^/\\\s\p{C}][^\\\s\p{C}]*)?$/u)
    .max(2000),
  fields: z.array(z.tuple([z.string(), z.string()])).max(2000),
})

/** As one field of a form carries it. */
export function heldText(held: Held): string {
  return JSON.stringify(held)
}

/** What a form carried, or null. It may only be sent on to a path of the team's own host. */
export function heldIn(text: string | undefined): Held | null {
  if (text === undefined || text === '') return null
  try {
    return (shape.safeParse(JSON.parse(text)).data as Held | undefined) ?? null
  } catch {
    return null
  }
}
