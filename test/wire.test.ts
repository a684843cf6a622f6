import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseConfig } from '../src/platform/config.server.ts'
import { openDb, openPool } from '../src/platform/db.server.ts'
import type { RegionId } from '../src/platform/ids.ts'
import type { Limits } from '../src/platform/limits.ts'
import { isUnanswered } from '../src/platform/unanswered.ts'
import { type Running, startWeb } from '../src/serve.server.ts'
import { openServices, type Services } from '../src/services.server.ts'
import { type Empty, freePort, openEmpty } from './harness/installation.ts'
import { speak } from './harness/rawClient.ts'
import { type Stalling, stallingProxy } from './harness/stallingProxy.ts'

const long = { connect: 20, statement: 20, lock: 20, idle: 20 }
const limits: Limits = {
  pages: { connect: 0.6, statement: 0.7, lock: 0.3, idle: 5 },
  jobs: long,
  wire: {
    headers: 0.3,
    request: 0.5,
    waiting: 0.4,
    silent: 0.9,
    looked: 0.05,
    headerBytes: 8192,
    connections: 12,
  },
}

let empty: Empty
let services: Services
let web: Running
let database: Stalling
let port = 0
const failed: unknown[] = []
const warned: unknown[] = []

beforeAll(async () => {
  empty = await openEmpty()
  const folder = new URL(empty.base.url('tailboard_app')).searchParams.get('host')!
  database = await stallingProxy(join(folder, '.s.PGSQL.5432'))
  port = await freePort()
  services = openServices(
    parseConfig({ PORT: String(port), TAILBOARD_SECRETS: empty.secretsFolder }),
    join(import.meta.dirname, '..'),
    {
      app: through('tailboard_app'),
      auth: through('tailboard_auth'),
      worker: through('tailboard_worker'),
      support: through('tailboard_support'),
      setRole: false,
    },
    limits,
  )
  services.log.error = ((...line: unknown[]) => failed.push(line)) as typeof services.log.error
  services.log.warn = ((...line: unknown[]) => warned.push(line)) as typeof services.log.warn
  web = await startWeb(services)
})
afterAll(async () => {
  await web?.stop()
  database?.goOn()
  await services?.close()
  await database?.stop()
  await empty?.stop()
})

function through(role: string): string {
  const url = new URL(empty.base.url(role))
  url.host = `127.0.0.1:${database.port}`
  url.search = ''
  return url.href
}
const host = () => `localhost:${port}`
const head = (...lines: string[]) => `${lines.join('\r\n')}\r\n`
const post = (path: string, ...more: string[]) =>
  head(`POST ${path} HTTP/1.1`, `Host: team.${host()}`, 'Sec-Fetch-Site: same-origin', ...more)
const formed = 'Content-Type: application/x-www-form-urlencoded'
const chunk = (bytes: number) => `${bytes.toString(16)}\r\n${'a'.repeat(bytes)}\r\n`

describe('a client', () => {
  it.each<[string, () => string | string[], string]>([
    ['whose headers never end', () => `${head('GET / HTTP/1.1', `Host: ${host()}`)}X-Slow: `, '408'],
    ['whose form never ends', () => `${post('/sign-in', formed, 'Content-Length: 99')}\r\na=b`, '408'],
    [
      'whose form never ends and never said how long it is',
      () => `${post('/sign-in', formed, 'Transfer-Encoding: chunked')}\r\n${chunk(3)}`,
      '408',
    ],
    ['that announces too much', () => `${post('/sign-in', formed, 'Content-Length: 9000000')}\r\na=b`, '413'],
    [
      'that sends too much without announcing it',
      () => [
        `${post('/sign-in', formed, 'Transfer-Encoding: chunked')}\r\n`,
        ...Array<string>(40).fill(chunk(65536)),
      ],
      '413',
    ],
    [
      'that says its length twice',
      () => `${post('/sign-in', formed, 'Content-Length: 3', 'Content-Length: 4')}\r\na=b`,
      '400',
    ],
    [
      'that says its length in two ways',
      () =>
        `${post('/sign-in', formed, 'Content-Length: 3', 'Transfer-Encoding: chunked')}\r\n${chunk(3)}0\r\n\r\n`,
      '400',
    ],
    [
      'with endless headers',
      () => `${head('GET / HTTP/1.1', `Host: ${host()}`, `X-Long: ${'a'.repeat(9000)}`)}\r\n`,
      '431',
    ],
    ['that speaks no HTTP', () => 'hello\r\n\r\n', '400'],
  ])('%s is answered and let go', async (_who, bytes, status) => {
    const { said, closed, milliseconds } = await speak(port, bytes())
    expect([said.slice(0, 12), closed]).toEqual([`HTTP/1.1 ${status}`, true])
    expect(milliseconds).toBeLessThan(1900)
  })

  it.each([
    ['half a form', 'Content-Type: multipart/form-data; boundary=x', '--x\r\nbroken'],
    ['another kind of text', 'Content-Type: application/json', '{}'],
    ['a form of a kind it doesn’t say', 'X-Nothing: 1', 'a=b'],
  ])('that sends %s is told so', async (_what, type, body) => {
    const { said } = await speak(
      port,
      `${post('/sign-in', type, 'Connection: close', `Content-Length: ${body.length}`)}\r\n${body}`,
    )
    expect(said).toMatch(/^HTTP\/1\.1 400 /)
    expect(said).toContain('Nothing was saved.')
  })

  it('that asks nothing more is let go', async () => {
    const { said, closed } = await speak(port, `${head('GET /healthz HTTP/1.1', `Host: ${host()}`)}\r\n`)
    expect([said.slice(0, 12), closed]).toEqual(['HTTP/1.1 200', true])
  })

  it('that doesn’t read what it asked for is let go', async () => {
    const other = await freePort()
    const { wire } = limits
    const quick = await startWeb({
      ...services,
      config: { ...services.config, port: other },
      limits: { ...limits, wire: { ...wire, silent: 0.2 } },
    })
    const asked = 400
    const one = `${head(`GET ${services.chrome.board} HTTP/1.1`, `Host: ${host()}`)}\r\n`
    const socket = connect(other, '127.0.0.1')
    socket.on('error', () => {})
    socket.pause()
    socket.write(one.repeat(asked))
    await pause(1500)
    let received = 0
    await new Promise((resolve) => {
      socket.on('data', (bytes) => {
        received += bytes.length
      })
      socket.on('close', resolve)
      socket.resume()
    })
    await quick.stop()
    expect(received).toBeGreaterThan(0)
    expect(received).toBeLessThan(asked * 40_000)
  })

  it('beyond as many as one process takes is not taken', async () => {
    const others = Array.from({ length: limits.wire.connections }, () => connect(port, '127.0.0.1'))
    await Promise.all(others.map((one) => new Promise((resolve) => one.on('connect', resolve))))
    const { said, closed } = await speak(port, `${head('GET /healthz HTTP/1.1', `Host: ${host()}`)}\r\n`, 250)
    for (const one of others) one.destroy()
    expect([said, closed]).toEqual(['', true])
  })

  it('never makes it look as though we or the database had broken', () => {
    expect([...failed, ...warned]).toEqual([])
  })
})

describe('a database that doesn’t answer', () => {
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const began = performance.now()
    const answer = await fetch(`http://${host()}${path}`, { headers: { connection: 'close', ...headers } })
    const text = await answer.text()
    expect(performance.now() - began).toBeLessThan(1900)
    return { status: answer.status, after: answer.headers.get('retry-after'), text }
  }

  it('because of a lock is told in both languages, in time', async () => {
    const client = await empty.base.admin.connect()
    try {
      await client.query('begin; lock table region.region in access exclusive mode')
      const [english, spanish] = await Promise.all([
        ask('/harbor/request'),
        ask('/harbor/request', { 'accept-language': 'es' }),
      ])
      expect([english.status, english.after, spanish.status]).toEqual([503, '10', 503])
      expect(english.text).toContain('We can’t answer just now.')
      expect(spanish.text).toContain('Ahora mismo no podemos responder.')
    } finally {
      await client.query('rollback')
      client.release()
    }
    expect((await ask('/harbor/request')).status).toBe(404)
  })

  it('at all is told in time, and leaves no connection behind that answers late', async () => {
    database.stall('all')
    try {
      expect((await ask('/harbor/request')).status).toBe(503)
      expect(await ask('/heartbeat')).toMatchObject({ status: 503, text: 'no database' })
    } finally {
      database.goOn()
    }
    for (let more = 0; more < 3; more++) expect((await ask('/harbor/request')).status).toBe(404)
  })

  it('because nothing is free of its connections is told in time; a statement that takes long is ended', async () => {
    const pool = openPool({ url: empty.base.url('tailboard_app'), role: null, max: 1, limits: limits.pages })
    const db = openDb(pool)
    try {
      const taken = await pool.connect()
      const error = await db
        .read({ kind: 'system', regionId: '' as RegionId }, async () => 1)
        .catch((one) => one)
      expect(isUnanswered(error)).toBe(true)
      await expect(taken.query('select pg_sleep(5)')).rejects.toMatchObject({ code: '57014' })
      taken.release()
    } finally {
      await db.close()
    }
  })

  it('on a connection is not asked on it again', async () => {
    const pool = openPool({ url: through('tailboard_app'), role: null, max: 1, limits: limits.pages })
    const db = openDb(pool)
    const read = () => db.read({ kind: 'system', regionId: '' as RegionId }, async () => 1)
    try {
      expect(await read()).toBe(1)
      database.stall('those there are')
      expect(isUnanswered(await read().catch((one) => one))).toBe(true)
      expect(await read()).toBe(1)
    } finally {
      database.goOn()
      await db.close()
    }
  })

  it('is a warning in the log and no fault of ours', () => {
    expect(failed).toEqual([])
    expect(JSON.stringify(warned)).toContain('the database did not answer in time')
  })
})
