import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { byHost, connectionOf, formOf, site } from './http.server.ts'
import { openLog } from './log.server.ts'

const origin = 'http://localhost:3000'
function open() {
  const app = site(
    'public',
    origin,
    openLog('silent'),
    (what, spanish) => `${what}${spanish ? ', in Spanish' : ''}`,
  )
  app.get('/', (context) => context.text('page'))
  app.post('/', (context) => context.text('saved'))
  app.post('/form', async (context) => context.json(await formOf(context.req)))
  app.get('/broken', () => {
    throw new Error('secret detail')
  })
  return app
}

describe('a connection', () => {
  it('is known by its own address, whatever a header says, on a site behind another one too', async () => {
    const app = open()
    app.get('/from', (context) => context.text(String(connectionOf(context))))
    const front = new Hono()
    front.mount('/', (request, env) => app.fetch(request, env))
    const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
      const made = serve(
        {
          fetch: (request, env) =>
            byHost({ [new URL(request.url).host]: front }, new URL(origin))(request, env),
          port: 0,
          hostname: '127.0.0.1',
        },
        () => resolve(made),
      )
    })
    const { port } = server.address() as AddressInfo
    const answer = await fetch(`http://127.0.0.1:${port}/from`, {
      headers: { 'x-forwarded-for': '203.0.113.7' },
    })
    expect(await answer.text()).toBe('127.0.0.1')
    await new Promise((resolve) => server.close(resolve))
    expect(await (await app.request(`${origin}/from`)).text()).toBe('null')
  })
})

describe('a site', () => {
  it('forbids script and frames, tells nobody where a visitor came from, stores nothing', async () => {
    const { headers } = await open().request(`${origin}/`)
    const policy = headers.get('content-security-policy')
    for (const part of [
      "default-src 'none'",
      "script-src 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ])
      expect(policy).toContain(part)
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('set-cookie')).toBeNull()
  })

  it.each([
    ['our own page', { 'sec-fetch-site': 'same-origin', origin: 'null' }, 200],
    ['an old browser on our page', { origin }, 200],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' }, 403],
    ['another site that hides its origin', { 'sec-fetch-site': 'cross-site', origin: 'null' }, 403],
    ['a neighbouring host', { 'sec-fetch-site': 'same-site', origin: 'http://team.localhost:3000' }, 403],
    ['nobody who says where from', {}, 403],
  ])('answers a post from %s', async (_who, headers, status) => {
    expect((await open().request(`${origin}/`, { method: 'POST', headers })).status).toBe(status)
  })

  it('takes an address with a slash at its end for the one without', async () => {
    const app = open()
    app.get('/harbor/request', (context) => context.text('form'))
    const answer = await app.request(`${origin}/harbor/request/?lang=es`)
    const to = new URL(answer.headers.get('location')!, origin)
    expect([answer.status, to.href]).toEqual([301, `${origin}/harbor/request?lang=es`])
    for (const path of ['//evil.example/', '/\\\\evil.example/', '/nowhere/']) {
      const away = (await app.request(origin + path)).headers.get('location')
      expect(away === null || new URL(away, origin).origin === origin, `${path} to ${away}`).toBe(true)
    }
  })

  it('looks for no body where none can be, and leaves the answer in one piece', async () => {
    const unread = (of: Request | Response) =>
      Object.defineProperty(of, 'body', {
        get() {
          throw new Error('looked for a body')
        },
      })
    const app = open()
    app.get('/whole', () => unread(new Response('whole')) as Response)
    for (const method of ['GET', 'HEAD']) {
      const answer = await app.fetch(unread(new Request(`${origin}/whole`, { method })) as Request)
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
    }
  })

  it('says which methods it takes', async () => {
    const answer = await open().request(`${origin}/`, { method: 'PUT', headers: { origin } })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST'])
  })

  it('says what to do when it breaks, and no detail', async () => {
    const answer = await open().request(`${origin}/broken`)
    expect(answer.status).toBe(500)
    expect(await answer.text()).toBe('broken')
  })

  it('says so in the language of whoever asks when an address leads nowhere', async () => {
    const answer = await open().request(`${origin}/nowhere`)
    expect([answer.status, await answer.text()]).toEqual([404, 'missing'])
    const asked = { headers: { 'accept-language': 'es-PR,en;q=0.5' } }
    expect(await (await open().request(`${origin}/nowhere`, asked)).text()).toBe('missing, in Spanish')
  })

  it.each([
    ['no form', { 'content-type': 'application/json' }, '{}', 400, 'unreadable'],
    [
      'half a form',
      { 'content-type': 'multipart/form-data; boundary=x' },
      '--x\r\nbroken',
      400,
      'unreadable',
    ],
    ['far too much', { 'content-length': '70000' }, 'a='.padEnd(70_000, 'a'), 413, 'too_large'],
  ])('refuses %s without breaking', async (_what, headers, body, status, what) => {
    const answer = await open().request(`${origin}/form`, {
      method: 'POST',
      headers: { origin, ...headers },
      body,
    })
    expect([answer.status, await answer.text()]).toEqual([status, what])
  })

  it('serves no page under a strange name', async () => {
    const fetch = byHost({ 'localhost:3000': open() }, new URL(origin))
    expect((await fetch(new Request(`${origin}/`))).status).toBe(200)
    const strange = await fetch(new Request('http://elsewhere.example/<b>'))
    expect([strange.status, await strange.text()]).toEqual([421, expect.stringContaining(`${origin}/`)])
  })
})
