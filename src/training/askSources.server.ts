import type { Source } from './course.ts'
import type { Finding } from './finding.ts'
import { coursesFolder } from './readCourse.ts'

export type Asking = {
  readonly signal: AbortSignal
  tell(text: string): void
  /** The network's edge, which tests replace. */
  fetch(url: string, init: RequestInit): Promise<Response>
}

const patience = 10_000

/**
 * Asks the address of every source, one after the other. One that doesn't answer may be gone or may dislike being asked by a
 * machine: a person looks.
 */
export async function askSources(
  sources: Iterable<Source>,
  sourceLine: (key: string) => number,
  { signal, tell, fetch }: Asking,
): Promise<Finding[]> {
  const findings: Finding[] = []
  const asked = [...sources].flatMap(({ key, where }) => (where === null ? [] : [{ key, where }]))
  for (const [at, { key, where }] of asked.entries()) {
    if (signal.aborted) break
    tell(`  ${at + 1} of ${asked.length}: ${key}\n`)
    const wrong = await problemAt(where, signal, fetch)
    if (wrong === null || signal.aborted) continue
    const file = `${coursesFolder}/sources.yaml`
    findings.push({ severity: 'warning', file, line: sourceLine(key), says: `${key}: ${wrong}` })
  }
  return findings
}

async function problemAt(where: string, signal: AbortSignal, fetch: Asking['fetch']): Promise<string | null> {
  try {
    const answer = await fetch(where, {
      redirect: 'follow',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    })
    await answer.body?.cancel()
    return answer.ok ? null : `its address answers ${answer.status}`
  } catch (error) {
    return (error as Error).name === 'TimeoutError'
      ? `its address did not answer within ${patience / 1000} s`
      : 'its address could not be reached'
  }
}
