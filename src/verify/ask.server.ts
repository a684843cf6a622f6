import { lookup } from 'node:dns'
import { request as askPlain, type IncomingMessage } from 'node:http'
import { request as askSealed } from 'node:https'
import type { LookupFunction } from 'node:net'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import type { Heads } from './heads.ts'

export type Answer = { readonly status: number; readonly heads: Heads; readonly body: Buffer }
/** Null: nothing came that could be read, for this reason. */
export type Asked = Answer | { readonly status: null; readonly why: string }

/** As a browser asks, so that a check is not told apart by its first line. */
const asABrowser = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'accept-language': 'en-US,en;q=0.5',
  'accept-encoding': 'gzip, deflate, br',
}

export const bounds = { bytes: 4 * 1024 * 1024, seconds: 20 } as const

/** One GET, no cookie, no redirect followed, as many bytes and seconds as `bounds` says. Throws only when `signal` ends it. */
export async function ask(address: string, signal: AbortSignal): Promise<Asked> {
  const late = AbortSignal.timeout(bounds.seconds * 1000)
  try {
    return await answered(new URL(address), AbortSignal.any([signal, late]))
  } catch (error) {
    signal.throwIfAborted()
    return {
      status: null,
      why: late.aborted ? `no whole answer within ${bounds.seconds} seconds` : reason(error),
    }
  }
}

async function answered(url: URL, signal: AbortSignal): Promise<Answer> {
  const message = await new Promise<IncomingMessage>((resolve, reject) => {
    const send = url.protocol === 'https:' ? askSealed : askPlain
    send(url, { headers: asABrowser, signal, agent: false, lookup: found }, resolve).on('error', reject).end()
  })
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of message as AsyncIterable<Buffer>) {
    length += piece.length
    if (length > bounds.bytes) throw tooLong()
    pieces.push(piece)
  }
  const heads = new Map(Object.entries(message.headersDistinct).map(([name, values]) => [name, values ?? []]))
  const encoding = (heads.get('content-encoding') ?? []).join(',').trim().toLowerCase()
  return { status: message.statusCode ?? 0, heads, body: await unpacked(encoding, Buffer.concat(pieces)) }
}

const unpack = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
}

async function unpacked(encoding: string, body: Buffer): Promise<Buffer> {
  if (encoding === '' || encoding === 'identity') return body
  const by = unpack[encoding as keyof typeof unpack]
  if (by === undefined) throw new Error('it is packed in a way that was not asked for')
  return await by(body, { maxOutputLength: bounds.bytes }).catch((error) => {
    throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? tooLong() : error
  })
}

const tooLong = () => new Error(`longer than ${bounds.bytes / 1024 / 1024} MiB`)

/** RFC 6761, 6.3: every name under `localhost` is this machine, whether or not a resolver knows it. */
const found: LookupFunction = (name, options, done) =>
  lookup(name.endsWith('.localhost') ? 'localhost' : name, options, done)

function reason(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string }
  return message || code || 'no reason given'
}
