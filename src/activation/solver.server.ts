import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { Solve } from './compose.ts'

export type Solver = { readonly solve: Solve; stop(): Promise<void> }

/**
 * HiGHS in a thread of its own, so that a hard model never holds up a page. The thread's few lines are text:
 * that starts alike from source, in tests and from the build, and the package's path is resolved here, beside
 * our own file, so that the folder a command is started in makes no difference. One thread is enough: a team
 * takes milliseconds and questions queue. Zero gap: the answer is the optimum; after 20 s there is none.
 */
const program = `
const { parentPort, workerData } = require('node:worker_threads')
const loading = require(workerData)()
parentPort.on('message', async ({ id, lp }) => {
  try {
    const highs = await loading
    const solution = highs.solve(lp, { mip_rel_gap: 0, mip_abs_gap: 0, output_flag: false, random_seed: 0, time_limit: 20 })
    if (solution.Status !== 'Optimal') throw new Error('status ' + solution.Status)
    const taken = Object.values(solution.Columns).filter((column) => column.Primal > 0.5).map((column) => column.Name)
    parentPort.postMessage({ id, taken })
  } catch (error) {
    parentPort.postMessage({ id, failed: String(error) })
  }
})`

type Answer =
  | { id: number; taken: string[]; failed?: undefined }
  | { id: number; failed: string; taken?: undefined }

export function startSolver(): Solver {
  const highs = createRequire(import.meta.url).resolve('highs')
  let worker: Worker | null = null
  let next = 0
  const waiting = new Map<
    number,
    { resolve: (taken: ReadonlySet<string>) => void; reject: (error: Error) => void }
  >()

  const lost = (thread: Worker, error: Error) => {
    if (worker !== thread) return
    worker = null
    for (const one of waiting.values()) one.reject(error)
    waiting.clear()
  }
  // Started at the first question, and again after a crash.
  const running = (): Worker => {
    if (worker !== null) return worker
    const thread = new Worker(program, { eval: true, workerData: highs })
    thread.on('message', (answer: Answer) => {
      const one = waiting.get(answer.id)
      waiting.delete(answer.id)
      if (answer.failed === undefined) one?.resolve(new Set(answer.taken))
      else one?.reject(new Error(`the solver found no team: ${answer.failed}`))
      if (waiting.size === 0) thread.unref()
    })
    thread.on('error', (error) => lost(thread, error instanceof Error ? error : new Error(String(error))))
    thread.on('exit', () => lost(thread, new Error('the solver stopped')))
    worker = thread
    return thread
  }

  return {
    solve: (lp) =>
      new Promise((resolve, reject) => {
        const id = next++
        waiting.set(id, { resolve, reject })
        const thread = running()
        thread.ref()
        thread.postMessage({ id, lp })
      }),
    async stop() {
      await worker?.terminate()
    },
  }
}
