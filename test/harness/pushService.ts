import { createECDH, createPublicKey, type ECDH, randomBytes, verify } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { unsealed } from './unsealedPush.ts'

/** What a browser hands out: as `PushSubscription.toJSON()` has it, in our own form's names. */
export type Subscribed = { readonly endpoint: string; readonly p256dh: string; readonly auth: string }

export type Pushed = {
  readonly endpoint: string
  readonly topic: string
  readonly urgency: string
  readonly keepFor: number
  /** Whom it may write to, as the signature says. */
  readonly subject: string
  /** What the browser reads once it has opened the seal. */
  readonly payload: unknown
}

type Mood = 'well' | 'gone' | 'unknown' | 'busy' | 'broken' | 'forbidden' | 'hangs' | 'takes_and_hangs_up'

export type PushService = {
  readonly origin: string
  /** Everything that was taken, in order; repeats too. */
  readonly taken: Pushed[]
  /** Every call, with what it was answered; null: nothing. */
  readonly calls: { readonly endpoint: string; readonly status: number | null }[]
  /** What devices show: a repeat under the same topic replaces. */
  shown(): readonly Pushed[]
  /** A browser agrees, for whoever has this public key. */
  subscribe(publicKey: string): Subscribed
  /** How it answers for one browser, or for all. */
  be(mood: Mood, of?: Subscribed): void
  retryAfter: string | null
  forget(): void
  close(): Promise<void>
}

type Browser = { readonly keys: ECDH; readonly auth: Buffer; readonly publicKey: string }

const statuses: Partial<Record<Mood, number>> = {
  gone: 410,
  unknown: 404,
  busy: 429,
  broken: 500,
  forbidden: 403,
}

/** A push service on loopback (RFC 8030): knows its browsers, checks who signs, keeps what it takes, has moods. */
export async function openPushService(): Promise<PushService> {
  const browsers = new Map<string, Browser>()
  const moods = new Map<string, Mood>()
  const taken: Pushed[] = []
  const calls: { endpoint: string; status: number | null }[] = []
  const server = createServer(async (request, response) => {
    const endpoint = `${service.origin}${request.url}`
    const body = await bytesOf(request)
    const answer = (status: number | null, headers: Record<string, string> = {}) => {
      calls.push({ endpoint, status })
      if (status !== null) response.writeHead(status, headers).end()
    }
    const browser = browsers.get(endpoint)
    if (browser === undefined) return answer(404)
    const mood = moods.get(endpoint) ?? moods.get('') ?? 'well'
    if (mood === 'hangs') return answer(null)
    if (mood in statuses)
      return answer(statuses[mood]!, service.retryAfter === null ? {} : { 'retry-after': service.retryAfter })
    const subject = signedBy(request, browser.publicKey, service.origin)
    if (subject === null) return answer(403)
    const { topic, ttl, urgency } = request.headers
    if (!/^[\w-]{1,32}$/.test(String(topic)) || !/^\d+$/.test(String(ttl))) return answer(400)
    if (request.headers['content-encoding'] !== 'aes128gcm' || body.length > 4096) return answer(400)
    taken.push({
      ...{ endpoint, subject, topic: String(topic), urgency: String(urgency), keepFor: Number(ttl) },
      payload: JSON.parse(unsealed(body, browser.keys, browser.auth)),
    })
    if (mood === 'well') return answer(201)
    answer(null)
    hangUp(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const service: PushService = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ taken, calls, retryAfter: null },
    shown: () => [...new Map(taken.map((one) => [`${one.endpoint} ${one.topic}`, one])).values()],
    subscribe(publicKey) {
      const keys = createECDH('prime256v1')
      keys.generateKeys()
      const auth = randomBytes(16)
      const endpoint = `${service.origin}/push/${randomBytes(24).toString('base64url')}`
      browsers.set(endpoint, { keys, auth, publicKey })
      return { endpoint, p256dh: keys.getPublicKey('base64url'), auth: auth.toString('base64url') }
    },
    be: (mood, of) => moods.set(of?.endpoint ?? '', mood),
    forget() {
      taken.length = 0
      calls.length = 0
      moods.clear()
      service.retryAfter = null
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return service
}

/** The subject of a VAPID header (RFC 8292) that holds for this service and that key; null: it doesn't hold. */
function signedBy(request: IncomingMessage, publicKey: string, audience: string): string | null {
  const found = /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(request.headers.authorization ?? '')
  if (found === null || found[4] !== publicKey) return null
  const [, header, claims, signature] = found as unknown as readonly string[]
  const point = Buffer.from(publicKey, 'base64url')
  const key = createPublicKey({
    key: {
      ...{ kty: 'EC', crv: 'P-256' },
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
    format: 'jwk',
  })
  const sound = verify(
    'sha256',
    Buffer.from(`${header}.${claims}`),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature!, 'base64url'),
  )
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims!, 'base64url').toString())
  const left = exp - Date.now() / 1000
  return sound && aud === audience && left > 0 && left <= 24 * 3600 ? sub : null
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function hangUp(response: ServerResponse): void {
  response.socket?.destroy()
}
