import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AnswerModel } from '../src/activation/simulation.ts'
import { startSolver } from '../src/activation/solver.server.ts'
import { type Point, staffingChart } from './staffingChart.ts'
import { callEverybody, ours, phoneTree, type Staffed } from './staffingWays.ts'
import { readCases } from './staffingWorld.ts'

const accepts = [0.2, 0.4, 0.6]
const medians = [3, 8, 20]
const cases = 80

/**
 * Simulated time to a full team and people disturbed, over real incidents: a phone tree, call-everybody, and this
 * product's own rules. Same pool, same answers (one draw per person and incident), same stop rule. The grid of shares
 * and delays is assumed; no published numbers were found.
 */
export async function staffing(): Promise<Record<string, number | string | boolean>> {
  const root = process.env.TAILBOARD_ROOT ?? process.cwd()
  const world = readCases(root, cases)
  const solver = startSolver()
  const points: Point[] = []
  try {
    for (const accept of accepts)
      for (const medianMinutes of medians) {
        const model: AnswerModel = { seed: 'tailboard-1', accept, medianMinutes, conflict: 0.03 }
        const tree = world.map((at) => phoneTree(at, model))
        const all = world.map((at) => callEverybody(at, model))
        const mine: Staffed[] = []
        for (const at of world) mine.push(await ours(at, model, solver.solve))
        points.push(pointOf(accept, medianMinutes, { tree, all, mine }))
      }
  } finally {
    await solver.stop()
  }
  writeFileSync(join(root, 'docs/pictures/staffing.svg'), staffingChart(points))
  const centre = points.find((one) => one.accept === 0.4 && one.medianMinutes === 8)!
  const worst = points.reduce((one, other) => (other.timeRatio > one.timeRatio ? other : one))
  const good = points.filter(meets).length
  return {
    plans: world.length,
    assumed: 'accept 20, 40, 60 %; median answer 3, 8, 20 min; 3 % conflicts; nobody bound elsewhere',
    phoneTreeMinutes: centre.tree.minutes,
    everybodyMinutes: centre.all.minutes,
    oursMinutes: centre.mine.minutes,
    timeRatioToPhoneTree: centre.timeRatio,
    phoneTreeDisturbed: centre.tree.disturbed,
    everybodyDisturbed: centre.all.disturbed,
    oursDisturbed: centre.mine.disturbed,
    disturbedRatioToEverybody: centre.disturbedRatio,
    filledRatioToEverybody: centre.filledRatio,
    goalAtCentre: meets(centre),
    pointsMeetingGoal: good,
    goalAtSixOfNine: good >= 6,
    worstPoint: `${100 * worst.accept} %, ${worst.medianMinutes} min`,
    worstTimeRatio: worst.timeRatio,
    worstDisturbedRatio: Math.max(...points.map((one) => one.disturbedRatio)),
    worstFilledRatio: Math.min(...points.map((one) => one.filledRatio)),
    grid: points
      .map(
        (one) =>
          `${100 * one.accept}%/${one.medianMinutes}min: ${one.tree.minutes}|${one.all.minutes}|${one.mine.minutes}`,
      )
      .join('; '),
  }
}

function meets(point: Point): boolean {
  return point.timeRatio <= 0.25 && point.disturbedRatio <= 0.5 && point.filledRatio >= 0.99
}

function pointOf(
  accept: number,
  medianMinutes: number,
  ways: { tree: readonly Staffed[]; all: readonly Staffed[]; mine: readonly Staffed[] },
): Point {
  const sum = (of: readonly Staffed[]) => ({
    // A team that was never full took longer than any that was.
    minutes: round(median(of.map((one) => one.minutes ?? Number.POSITIVE_INFINITY))),
    disturbed: round(of.reduce((total, one) => total + one.disturbed, 0) / of.length),
    filled: of.filter((one) => one.minutes !== null).length,
  })
  const [tree, all, mine] = [sum(ways.tree), sum(ways.all), sum(ways.mine)]
  return {
    ...{ accept, medianMinutes, tree, all, mine },
    timeRatio: round(mine.minutes / tree.minutes, 3),
    disturbedRatio: round(mine.disturbed / all.disturbed, 3),
    filledRatio: round(mine.filled / Math.max(1, all.filled), 3),
  }
}

function median(of: readonly number[]): number {
  const sorted = [...of].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)]!
}

function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits))
}
