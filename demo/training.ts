import { z } from 'zod'

const person = { name: z.string().regex(/^[A-Z][a-z]+ [A-Z]\.$/), email: z.email() }
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** How a `training.json` reads: who learns and teaches in the demonstration, invented; days count from the day of loading. */
export const trainingFile = z.strictObject({
  instructor: z.strictObject(person),
  classes: z.array(
    z.strictObject({
      course: z.string(),
      place: z.string(),
      seats: z.number().int().positive(),
      /** That many weeks ahead at least, on the day of the week on which it begins: 1 is Monday (ISO 8601). */
      weeksAhead: z.number().int().min(1),
      weekday: z.number().int().min(1).max(7),
      /** One day after the other. */
      meetings: z.array(z.strictObject({ from: clock, until: clock })).min(1),
    }),
  ),
  entries: z.array(z.strictObject({ course: z.string(), mode: z.enum(['open', 'approval', 'closed']) })),
  seats: z.array(
    z.strictObject({ agency: z.string(), course: z.string(), seats: z.number().int().positive() }),
  ),
  learners: z.array(
    z.strictObject({
      ...person,
      course: z.string(),
      /** How many of its lessons they have read, and of its conversations practised. */
      lessonsRead: z.number().int().min(0),
      practised: z.number().int().min(0),
    }),
  ),
})
export type TrainingFile = z.infer<typeof trainingFile>
