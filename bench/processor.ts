import { readdirSync, readFileSync } from 'node:fs'

/**
 * Milliseconds that a processor works while something runs, in this process and in the database's servers: unlike the time
 * that passes, they hardly depend on what else runs. Not a number where the system doesn't tell.
 */
export function workOf(backend: number) {
  const postmaster = parentOf(String(backend))
  let servers: readonly string[] = []
  const inServers = () => servers.reduce((sum, pid) => sum + spentBy(pid), 0)
  const here = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  }
  return {
    /** Looks which servers there are: between samples, for it takes a while. */
    look() {
      servers = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === postmaster)
    },
    async during<Result>(run: () => Promise<Result>): Promise<{ result: Result; worked: number }> {
      const there = inServers()
      const start = here()
      const result = await run()
      const end = here()
      const worked = end - start + inServers() - there
      return { result, worked: postmaster === null ? Number.NaN : worked }
    },
  }
}

function parentOf(pid: string): string | null {
  // The name in brackets may hold spaces; the state and the parent follow it.
  return told(pid, 'stat')?.split(') ').at(-1)?.split(' ')[1] ?? null
}

function spentBy(pid: string): number {
  return Number(told(pid, 'schedstat')?.split(' ')[0] ?? 0) / 1e6
}

function told(pid: string, what: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8')
  } catch {
    return null
  }
}
