import type { Practice } from './course.ts'
import type { Report } from './finding.ts'
import { isEnd } from './practiceWalk.ts'

const decisions = 4

/** A conversation can be walked: everything in it is reached, ends are reached from everywhere, and it takes a while. */
export function practiceFindings(practice: Practice, file: string, report: Report) {
  const { turns, start } = practice
  const names = Object.keys(turns)
  const next = (name: string) => {
    const turn = turns[name]!
    return isEnd(turn) ? [] : turn.choices.map((choice) => choice.to)
  }
  const reached = reachedFrom(start, next)
  for (const name of names)
    if (!reached.has(name)) report('error', file, 1, `no choice leads to the turn ${name}`)
  const ends = names.filter((name) => isEnd(turns[name]!))
  if (ends.length < 2) report('error', file, 1, 'there are at least two ends')
  for (const name of names)
    if (![...reachedFrom(name, next)].some((one) => ends.includes(one)))
      report('error', file, 1, `whoever comes to the turn ${name} never comes to an end`)
  if (!longEnough(start, next, decisions, new Set()))
    report('error', file, 1, `the longest way has fewer than ${decisions} decisions`)
}

type Next = (name: string) => readonly string[]

function reachedFrom(start: string, next: Next): Set<string> {
  const found = new Set([start])
  for (const name of found) for (const one of next(name)) found.add(one)
  return found
}

/** Whether some way that comes nowhere twice has so many decisions. */
function longEnough(name: string, next: Next, left: number, seen: ReadonlySet<string>): boolean {
  if (left === 0) return true
  if (seen.has(name)) return false
  return next(name).some((one) => longEnough(one, next, left - 1, new Set([...seen, name])))
}
