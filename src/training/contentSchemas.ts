import { z } from 'zod'
import { packParts } from './course.ts'

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is small letters, figures and single dashes')
const text = z.string().trim().min(1, 'words are missing')
const minutes = z.int().min(1).max(600)
const hours = z.number().min(0).max(200)
const named = z.strictObject({ id, text })
const ids = z.array(id)

/** A file says that nobody reviewed it: a region says otherwise, about one version. */
const reviewed = z.literal('none', 'only a region says that a course was reviewed: none')

const courseHead = {
  title: text,
  summary: text,
  version: z.int().min(1),
  hours: z.strictObject({ online: hours, inPerson: hours }),
  crisis: z.boolean(),
  reviewed,
  audience: text,
  after: ids.default([]),
  objectives: z.array(named).min(1, 'a course has objectives'),
  skills: z.array(named),
}

export const courseSchema = z.discriminatedUnion('depth', [
  z.strictObject({
    depth: z.literal('full'),
    ...courseHead,
    test: z.strictObject({ questions: z.int().min(1).max(100) }),
  }),
  z.strictObject({ depth: z.literal('outline'), ...courseHead, sources: ids.default([]) }),
])

export const lessonSchema = z.strictObject({ title: text, minutes, objectives: ids.min(1) })
export const handoutSchema = z.strictObject({ title: text })
export const facilitatorSchema = z.strictObject({ title: text, hours, skills: ids })

const option = z.strictObject({ text, right: z.boolean().default(false) })
const oneRight = (options: readonly { right: boolean }[]) => options.filter(({ right }) => right).length === 1
const exactlyOne = 'exactly one option is right'

export const checkSchema = z.strictObject({
  id,
  ask: text,
  options: z
    .array(option.extend({ say: text }))
    .min(2)
    .max(4)
    .refine(oneRight, exactlyOne),
})

export const packSchema = z.strictObject({ show: z.enum(packParts) })

export const bankSchema = z.array(
  z.strictObject({
    id,
    objective: id,
    lesson: id,
    ask: text,
    options: z.array(option).min(3).max(4).refine(oneRight, exactlyOne),
    why: text,
    source: id,
  }),
)

const turnName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'a turn has a name of letters, figures and dashes')

const choice = z.strictObject({
  say: text,
  effect: z.enum(['opens', 'neither', 'closes']),
  why: text,
  to: turnName,
})
const turn = z.union([
  z.strictObject({ ends: text }),
  z.strictObject({
    they: text,
    choices: z.array(choice).min(2, 'two to four choices').max(4, 'two to four choices'),
  }),
])

export const practiceSchema = z.strictObject({
  title: text,
  minutes,
  objectives: ids.min(1),
  scene: text,
  start: turnName,
  turns: z.record(turnName, turn),
})

export const sourcesSchema = z.record(
  id,
  z.union([
    z.strictObject({ kind: z.literal('practice'), title: text, read: text }),
    z.strictObject({ title: text, where: z.url({ protocol: /^https?$/ }), read: text, on: z.iso.date() }),
  ]),
)

const examples = z.union([text.transform((one) => [one]), z.array(text).min(1)])

/** Claims that no text of ours makes. `hits` and `spares` are sentences that tests run. */
export const bannedSchema = z.array(
  z.strictObject({ pattern: text, why: text, instead: text, hits: examples, spares: examples }),
)
