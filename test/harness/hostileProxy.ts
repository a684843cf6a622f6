import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Sent = { status: number; readonly headers: Headers; body: Buffer }

export type HostileProxy = {
  readonly origin: string
  /** What it does to every answer from now on; null: passes them on as they are. */
  twist: ((path: string, sent: Sent) => void) | null
  /** Every path it was asked for. */
  readonly asked: string[]
  stop(): Promise<void>
}

/** Stands before a site as its operator would, and changes what it sends. Each path is asked for once. */
export async function hostileProxy(site: string): Promise<HostileProxy> {
  const known = new Map<string, Sent>()
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/'
    proxy.asked.push(path)
    const { status, headers, body } = known.get(path) ?? (await fetched(new URL(path, site)))
    known.set(path, { status, headers, body })
    const sent = { status, headers: new Headers(headers), body: Buffer.from(body) }
    proxy.twist?.(path, sent)
    response.writeHead(sent.status, [...sent.headers].flat())
    response.end(sent.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const proxy: HostileProxy = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    twist: null,
    asked: [],
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return proxy
}

async function fetched(address: URL): Promise<Sent> {
  const answer = await fetch(address, { redirect: 'manual' })
  const headers = new Headers(answer.headers)
  for (const name of ['content-length', 'content-encoding', 'transfer-encoding', 'connection'])
    headers.delete(name)
  return { status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) }
}
