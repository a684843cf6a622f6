import { afterEach, describe, expect, it } from 'vitest'
import { startSolver } from './solver.server.ts'

const solver = startSolver()
afterEach(() => solver.stop())

const solvable = 'Minimize\n cost: x + y\nSubject To\n r: x + y >= 1\n s: x - y >= 0\nBinary\n x\n y\nEnd'
const impossible = 'Minimize\n cost: x\nSubject To\n r: x >= 3\nBinary\n x\nEnd'

describe('the solver', () => {
  it('answers with the columns taken', async () => {
    expect(await solver.solve(solvable)).toEqual(new Set(['x']))
  })

  it('says that there is no answer, and answers the next question', async () => {
    await expect(solver.solve(impossible)).rejects.toThrow('the solver found no team')
    expect(await solver.solve(solvable)).toEqual(new Set(['x']))
  })

  it('keeps apart what is asked at the same time', async () => {
    const answers = await Promise.allSettled([solvable, impossible, solvable].map(solver.solve))
    expect(answers.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })

  it('leaves nobody waiting when it is stopped, and starts again when asked', async () => {
    const waiting = expect(solver.solve(solvable)).rejects.toThrow('the solver stopped')
    await solver.stop()
    await waiting
    expect(await solver.solve(solvable)).toEqual(new Set(['x']))
  })
})
