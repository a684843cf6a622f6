import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { app } from '../src/app.tsx'
import { createAccount, grantRole } from '../src/identity/index.server.ts'
import { hookPermissions, publicPermissions, teamPermissions } from '../src/permissions.ts'
import { roles } from '../src/platform/actor.ts'
import { parseConfig } from '../src/platform/config.server.ts'
import { breachesIn, checkPolicy, islandOf, type islandScripts, plainPolicy } from './harness/answer.ts'
import { type Installation, openInstallation } from './harness/installation.ts'
import { callOut } from './harness/journey.ts'
import { signInAs } from './harness/signIn.ts'

/** The pages that carry a script, and which one. */
const islands: Readonly<Record<string, keyof typeof islandScripts>> = {
  'GET /sign-in': 'passkey',
  'POST /sign-in': 'passkey',
  'GET /account/proof': 'passkey',
  'POST /account/proof': 'passkey',
  'GET /account/passkeys/new': 'passkey',
  'POST /account/passkeys': 'passkey',
  'GET /:region/cards/:type': 'card',
  'GET /:region/me/reach': 'push',
  'GET /:region/activations/:id': 'board',
}
/** A form that comes back, and an outcome that is not due, show the page they belong to. */
const mayComeBack: readonly (readonly [RegExp, keyof typeof islandScripts])[] = [
  [/^(POST \/:region\/activations\/:id\/|GET .*\/outcome$)/, 'board'],
  [/^POST \/:region\/me\/reach/, 'push'],
]

describe('every answer', () => {
  let here: Installation
  let serve: ReturnType<typeof app>
  let cookie = ''
  const ids: Record<string, string> = {}

  beforeAll(async () => {
    here = await openInstallation()
    serve = app(here.services)
    const { activationId, planId, links } = await callOut(here)
    const { rows } = await here.base.admin.query(
      `select member_id from activation.offer where plan_id = $1 and kind = 'peer' order by id limit 1`,
      [planId],
    )
    const member = rows[0].member_id
    Object.assign(ids, { activation: activationId, plan: planId, member, offer: links[0]!.split('/').at(-1) })
    const account = await createAccount(here.services.auth, { email: 'all.r@peers.example', name: '' })
    await here.services.db.write({ kind: 'system', regionId: here.harbor.regionId }, async (tx) => {
      for (const role of roles.filter((one) => one !== 'agency_contact'))
        await grantRole(tx, account, role, role === 'peer' ? { memberId: member as never } : {})
    })
    cookie = await signInAs(here.services.auth, account)
  }, 120_000)
  afterAll(() => here?.stop())

  const addressOf = (pattern: string) =>
    pattern
      .replace('/:region', '/harbor')
      .replace('/activations/:id', `/activations/${ids.activation}`)
      .replace('/offers/:token', `/offers/${ids.offer}`)
      .replace(':plan', ids.plan!)
      .replace(':member', ids.member!)
      .replace(':type', 'defusing')
      .replace(':kind', 'members')
      .replace(/:sheet\{.*\}/, 'sheet')
      .replace(/:file(\{.*\})?$/, 'members.csv')
      .replace(/:(request|incident|note|shift|drill|id)\b/g, ids.activation!)
      .replace(/:\w+/g, 'unknown')

  const ask = (host: string, method: string, path: string, as = '', by = serve) =>
    by(
      new Request(new URL(path, host), {
        method,
        redirect: 'manual',
        headers: {
          ...(as === '' ? {} : { cookie: as }),
          ...(method === 'POST'
            ? { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }
            : {}),
        },
        ...(method === 'POST' ? { body: 'a=b' } : {}),
      }),
    )
  const all = (table: object) => Object.keys(table).map((route) => route.split(' ', 2) as [string, string])

  it('of the public host carries no script but the self-check’s, no cookie, nothing of another site', async () => {
    const wrong: string[] = []
    for (const [method, pattern] of all(publicPermissions)) {
      const answer = await ask(here.publicUrl, method, addressOf(pattern))
      const text = await answer.text()
      for (const what of breachesIn(answer, text, [here.publicUrl, here.teamUrl]))
        wrong.push(`${pattern}: ${what}`)
      const checks = pattern === '/:region/support/check'
      if (answer.headers.get('content-security-policy') !== (checks ? checkPolicy : plainPolicy))
        wrong.push(`${pattern}: another policy`)
      const scripts = [...text.matchAll(/<script\b[^>]*>/g)].map(
        ([tag]) => /src="\/assets\/(\w+)-/.exec(tag)?.[1],
      )
      if (scripts.join() !== (checks ? 'check' : '')) wrong.push(`${pattern}: scripts ${scripts.join()}`)
      if (checks && /<form|<button|type="submit"/.test(text)) wrong.push(`${pattern} could send something`)
      if (answer.headers.has('set-cookie')) wrong.push(`${pattern} sets a cookie`)
    }
    expect(wrong).toEqual([])
  })

  it('of the public host is the same for whoever has an account', async () => {
    const names = here.services.auth.cookies
    const every = [cookie, ...[names.language, names.wanted, names.asking].map((name) => `${name}=es`)].join(
      '; ',
    )
    const told = async (answer: Response) => ({
      status: answer.status,
      headers: [...answer.headers],
      // A form's key is drawn for each answer.
      text: (await answer.text()).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'KEY'),
    })
    for (const [method, pattern] of all(publicPermissions)) {
      const path = addressOf(pattern)
      const without = await told(await ask(here.publicUrl, method, path))
      expect([pattern, await told(await ask(here.publicUrl, method, path, every))]).toEqual([
        pattern,
        without,
      ])
    }
  })

  it('of the team’s host carries the one script its page is for, under a nonce drawn for it', async () => {
    const wrong: string[] = []
    const nonces: string[] = []
    for (const as of ['', cookie])
      for (const [method, pattern] of all(teamPermissions)) {
        // Signed out by it, the walk would end here; a stream is an answer of its own.
        if (pattern === '/sign-out' || pattern === '/account/sessions/end') continue
        const route = `${method} ${pattern}`
        const answer = await ask(here.teamUrl, method, addressOf(pattern), as)
        if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
          await answer.body?.cancel()
          continue
        }
        const text = await answer.text()
        for (const what of breachesIn(answer, text, [here.publicUrl, here.teamUrl]))
          wrong.push(`${route} (${answer.status}): ${what}`)
        const { island, nonce } = islandOf(answer, text)
        if (nonce !== null) nonces.push(nonce)
        const back = mayComeBack.find(([pages]) => pages.test(route))?.[1]
        const wanted = islands[route] ?? back
        if (island !== null && island !== wanted) wrong.push(`${route}: ${island}`)
        if (as !== '' && answer.status === 200 && islands[route] !== undefined && island !== wanted)
          wrong.push(`${route}: no ${wanted}`)
        if (answer.status >= 500) wrong.push(`${route} breaks`)
      }
    expect(wrong).toEqual([])
    expect(nonces.length).toBeGreaterThan(9)
    expect(new Set(nonces).size).toBe(nonces.length)
  }, 120_000)

  it('to a phone company is bare', async () => {
    for (const [method, pattern] of all(hookPermissions)) {
      const answer = await ask(here.publicUrl, method, addressOf(pattern))
      expect(breachesIn(answer, await answer.text(), [])).toEqual([])
      expect(answer.headers.has('set-cookie')).toBe(false)
    }
  })

  it('that is no page keeps to the same', async () => {
    const { admin } = here.base
    const big = (host: string) =>
      serve(
        new Request(new URL('/sign-in', host), {
          method: 'POST',
          body: 'a',
          headers: { 'content-length': String(3 * 1024 * 1024) },
        }),
      )
    const foreign = (host: string) =>
      serve(new Request(new URL('/sign-in', host), { method: 'POST', body: '' }))
    const broken = async (host: string, path: string) => {
      await admin.query('alter table region.region rename to region_away')
      try {
        return await ask(host, 'GET', path, cookie)
      } finally {
        await admin.query('alter table region.region_away rename to region')
      }
    }
    for (const host of [here.publicUrl, here.teamUrl]) {
      const answers: [number, Response][] = [
        [404, await ask(host, 'GET', '/no/where/at/all')],
        [405, await ask(host, 'PUT', '/sign-in')],
        [413, await big(host)],
        [403, await foreign(host)],
        [301, await ask(host, 'GET', '/harbor/nowhere/')],
        [404, await ask(host, 'GET', '/assets/none.js')],
        [500, await broken(host, host === here.teamUrl ? '/harbor/me/reach' : '/harbor/request')],
      ]
      for (const [status, answer] of answers) {
        expect([answer.status, ...breachesIn(answer, await answer.text(), [host])]).toEqual([status])
        expect(answer.headers.get('content-security-policy')).toBe(plainPolicy)
      }
    }
    const strange = await serve(new Request('http://elsewhere.example/'))
    expect([strange.status, ...breachesIn(strange, await strange.text(), [here.publicUrl])]).toEqual([421])
  })

  it('that is a file is kept only where its name changes with its content; a worker answers for itself', async () => {
    const files = readdirSync(join(import.meta.dirname, '../dist/client/assets'))
    expect(files.length).toBeGreaterThan(4)
    for (const host of [here.publicUrl, here.teamUrl])
      for (const file of files) {
        const answer = await ask(host, 'GET', `/assets/${file}`)
        expect(answer.status).toBe(200)
        expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
        expect(breachesIn(answer, '', [], 'kept')).toEqual([])
      }
    const card = await ask(here.teamUrl, 'GET', '/card-worker.js')
    expect([card.status, islandOf(card, '').island]).toEqual([200, 'cardWorker'])
    const push = await ask(here.teamUrl, 'GET', '/push-worker.js')
    expect([push.status, push.headers.get('content-security-policy')]).toEqual([200, plainPolicy])
    for (const worker of [card, push]) expect(breachesIn(worker, await worker.text(), [])).toEqual([])
  })

  it('over https tells a browser to stay there, and names itself rightly behind a proxy', async () => {
    const { publicUrl, teamUrl } = parseConfig({ PUBLIC_URL: 'https://peers.example' })
    const securityContact = 'mailto:security@peers.example'
    const config = { ...here.services.config, publicUrl, teamUrl, securityContact }
    const behind = app({ ...here.services, config })
    for (const host of ['http://peers.example', 'http://team.peers.example'])
      for (const path of ['/', '/sign-in', '/no/where', '/harbor/nowhere/']) {
        const answer = await ask(host, 'GET', path, '', behind)
        expect(answer.headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains')
        expect(answer.headers.get('location') ?? '').not.toContain('http:')
      }
    for (const [host, origin] of [
      ['http://peers.example', publicUrl.origin],
      ['http://team.peers.example', teamUrl.origin],
    ] as const) {
      const path = '/.well-known/security.txt'
      const text = await (await ask(host, 'GET', path, '', behind)).text()
      expect(text).toContain(`Contact: ${securityContact}\nExpires: 2`)
      expect(text).toContain(`Canonical: ${origin}${path}\n`)
    }
    expect((await ask(here.publicUrl, 'GET', '/.well-known/security.txt')).status).toBe(404)
  })
})
