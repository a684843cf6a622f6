import { z } from 'zod'

const both = z.strictObject({ en: z.string().min(1), es: z.string().min(1) })
const zones = ['green', 'yellow', 'orange', 'red'] as const

const origin = {
  order: z.number().int(),
  title: both,
  source: z.strictObject({ text: both, read: z.string().min(1) }),
  /** How sure its cut-offs are, for whom they were measured. */
  uncertainty: both,
  rights: z.strictObject({ text: both, basis: z.enum(['read', 'general knowledge']) }),
  /** The clinician who dated this file. */
  reviewed: z.strictObject({ on: z.iso.date(), clinician: z.string().trim().min(1) }).nullable(),
}

/** Somebody places themselves; there is nothing to add up. */
const continuum = z.strictObject({
  code: z.literal('continuum'),
  kind: z.literal('continuum'),
  ...origin,
  ask: both,
  zones: z.array(
    z.strictObject({ zone: z.enum(zones), label: both, line: both, people: z.boolean(), means: both }),
  ),
})

/** A published screen: points are added up, and bands say what a sum may mean. */
const scored = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]+$/),
  kind: z.literal('scored'),
  ...origin,
  /** Asked first; a no is a sum of 0. */
  gate: z.strictObject({ text: both, examples: z.array(both), ask: both, no: both }).nullable(),
  stem: both,
  items: z.array(both).min(1),
  /** `people`: this answer alone leads to people, whatever the sum. */
  options: z
    .array(z.strictObject({ points: z.number().int().min(0), label: both, people: z.boolean().optional() }))
    .min(2),
  bands: z.array(z.strictObject({ from: z.number().int(), people: z.boolean(), means: both })).min(2),
})

const check = z.discriminatedUnion('kind', [continuum, scored]).superRefine((read, context) => {
  const refuse = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message })
  if (read.kind === 'continuum') {
    if (read.zones.map((one) => one.zone).join() !== zones.join())
      refuse('zones', 'from green to red, each once')
    if (!read.zones.slice(-2).every((one) => one.people)) refuse('zones', 'orange and red lead to people')
    return
  }
  const from = read.bands.map((band) => band.from)
  const most = read.items.length * Math.max(...read.options.map((option) => option.points))
  if (from[0] !== 0 || from.some((one, at) => at > 0 && one <= from[at - 1]!) || from.at(-1)! > most)
    refuse('bands', `ascending, from 0 to at most ${most}`)
  if (!read.bands.slice(1).every((band) => band.people)) refuse('bands', 'all but the lowest lead to people')
})
export type Check = z.infer<typeof check>
export type Scored = z.infer<typeof scored>
export type Continuum = z.infer<typeof continuum>

/** A part of the self-check. Throws with every place that is not as it should be. */
export function parseCheck(text: string): Check {
  return check.parse(JSON.parse(text))
}
