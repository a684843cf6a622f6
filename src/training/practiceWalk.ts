import type { Choice, Practice, Turn } from './course.ts'

export type Said = {
  /** What the other person said or did before. */
  readonly they: string
  readonly choice: Choice
}

/** The turn at which a way of choices ends; null where the way takes a choice that there is not. */
export function turnAt(practice: Practice, path: readonly number[]): Turn | null {
  let turn = practice.turns[practice.start]
  for (const index of path) {
    if (turn === undefined || isEnd(turn)) return null
    const choice = turn.choices[index]
    if (choice === undefined) return null
    turn = practice.turns[choice.to]
  }
  return turn ?? null
}

/** All that was said on the way, oldest first; as far as the text of today still has it. */
export function saidOn(practice: Practice, path: readonly number[]): Said[] {
  return path.flatMap((index, at) => {
    const turn = turnAt(practice, path.slice(0, at))
    if (turn === null || isEnd(turn)) return []
    const choice = turn.choices[index]
    return choice === undefined ? [] : [{ they: turn.they, choice }]
  })
}

export function isEnd(turn: Turn): turn is Extract<Turn, { ends: string }> {
  return 'ends' in turn
}

/** The choices of the shortest way through a practice conversation to an end. Throws where there is none; the check of contents finds that. */
export function shortestWay(practice: Practice): number[] {
  const ways: { readonly turn: string; readonly path: number[] }[] = [{ turn: practice.start, path: [] }]
  for (const { turn: id, path } of ways) {
    const turn = practice.turns[id]!
    if (isEnd(turn)) return path
    for (const [index, choice] of turn.choices.entries())
      if (!ways.some((one) => one.turn === choice.to)) ways.push({ turn: choice.to, path: [...path, index] })
  }
  throw new Error(`no end: ${practice.id}`)
}
