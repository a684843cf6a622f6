import type { HelpLine } from '../ui/helpLine.ts'

/** Who stands in no region, and the lines whose own pages say that they answer them. */
const answering = {
  veterans: ['crisis'],
  retired: ['police', 'crisis'],
  families: ['police', 'fire_ems', 'crisis'],
  elsewhere: ['crisis', 'emergency'],
} as const
export type Outsider = keyof typeof answering

export const outsiders = Object.keys(answering) as readonly Outsider[]

/** The lines that answer this person, by the reviewed file; one without a sourced number is left out. */
export function linesFor(outsider: Outsider, help: readonly HelpLine[]): readonly HelpLine[] {
  return answering[outsider].flatMap((code) =>
    help.filter((line) => line.code === code && line.number !== null),
  )
}
