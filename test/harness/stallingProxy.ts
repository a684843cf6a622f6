import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

export type Stalling = {
  readonly port: number
  stall(which: 'all' | 'those there are'): void
  goOn(): void
  stop(): Promise<void>
}

/** Stands before a database and can fall silent: connections stay open, and nothing comes back. */
export async function stallingProxy(socketFile: string): Promise<Stalling> {
  const pairs = new Set<readonly [Socket, Socket]>()
  let stalled = false
  const server = createServer((near) => {
    const far = connect(socketFile)
    const pair = [near, far] as const
    pairs.add(pair)
    for (const one of pair) {
      one.on('error', () => {})
      one.on('close', () => {
        for (const other of pair) other.destroy()
        pairs.delete(pair)
      })
    }
    near.pipe(far)
    far.on('data', (bytes) => near.write(bytes))
    if (stalled) far.pause()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    stall(which) {
      stalled = which === 'all'
      for (const [, far] of pairs) far.pause()
    },
    goOn() {
      stalled = false
      for (const [, far] of pairs) far.resume()
    },
    async stop() {
      for (const pair of pairs) for (const one of pair) one.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
