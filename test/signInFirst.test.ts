import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { app } from '../src/app.tsx'
import { createAccount, grantRole } from '../src/identity/index.server.ts'
import type { Role } from '../src/platform/actor.ts'
import { parseConfig } from '../src/platform/config.server.ts'
import { openServices } from '../src/services.server.ts'
import { type Installation, openInstallation } from './harness/installation.ts'
import { signInAs } from './harness/signIn.ts'

describe('somebody who has to sign in first', () => {
  let here: Installation
  let serve: ReturnType<typeof app>
  beforeAll(async () => {
    here = await openInstallation()
    serve = app(here.services)
  })
  afterAll(() => here?.stop())

  const ask = (path: string, init: RequestInit = {}) =>
    serve(
      new Request(here.teamUrl + path, {
        ...init,
        headers: { 'sec-fetch-site': 'same-origin', ...(init.headers as Record<string, string>) },
      }),
    )
  const wanted = (answer: Response) =>
    answer.headers.getSetCookie().find((line) => line.startsWith('__Host-tailboard-wanted='))

  it('is led to sign in, and what they wanted is kept', async () => {
    const answer = await ask('/harbor/activations?lang=en')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in'])
    const value = /=([\w-]+);/.exec(wanted(answer)!)![1]!
    expect(Buffer.from(value, 'base64url').toString()).toBe('/harbor/activations?lang=en')
  })

  it('is told that a form was not saved', async () => {
    const body = new URLSearchParams({ code: 'advice_only' })
    const answer = await ask('/harbor/roster/new', {
      method: 'POST',
      body,
      headers: { 'accept-language': 'es' },
    })
    expect(answer.status).toBe(401)
    const text = await answer.text()
    expect(text).toContain('Su sesión se había cerrado')
    expect(wanted(answer)).toBeUndefined()
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('is not somebody who is signed in and may not see a region', async () => {
    const cookie = await signInAs(here.services.auth, here.coordinator)
    const answer = await ask('/nowhere/today', { headers: { cookie } })
    expect(wanted(answer)).toBeUndefined()
  })

  it('signs out without being called back', async () => {
    const cookie = await signInAs(here.services.auth, here.coordinator)
    const answer = await ask('/sign-out', { method: 'POST', headers: { cookie } })
    expect([answer.status, wanted(answer)]).toEqual([303, undefined])
  })

  const team: readonly Role[] = ['administrator', 'duty_coordinator', 'clinical_director']
  async function account(email: string, role: Role): Promise<void> {
    const { auth, db } = here.services
    const made = await createAccount(auth, { email, name: '' })
    await db.write({ kind: 'system', regionId: here.harbor.regionId }, (tx) => grantRole(tx, made, role))
  }

  /** Asks for the mail and presses the button its link leads to; the cookies of that browser, and the answer. */
  async function byMail(email: string, at = serve) {
    const send = (path: string, cookie: string, fields?: Readonly<Record<string, string>>, host = at) =>
      host(
        new Request(new URL(path, here.teamUrl), {
          method: fields === undefined ? 'GET' : 'POST',
          headers: { 'sec-fetch-site': 'same-origin', cookie },
          ...(fields === undefined ? {} : { body: new URLSearchParams(fields) }),
        }),
      )
    const cookies = (answer: Response) =>
      answer.headers
        .getSetCookie()
        .map((line) => line.split(';', 1)[0]!)
        .join('; ')
    const mails = () => here.services.mailbox!.mails.filter((one) => one.to === email)
    const asked = await send('/sign-in', '', { email })
    await expect.poll(() => mails().length, { timeout: 15_000 }).toBe(1)
    const link = new URL(/https?:\/\/\S+/.exec(mails()[0]!.text)![0]).pathname
    const answer = await send(link, cookies(asked), {})
    return {
      asked,
      answer,
      open: (path: string, host = at) => send(path, cookies(answer), undefined, host),
    }
  }

  it('is asked for a second factor where they run the team; in the demonstration, and nowhere else, not', async () => {
    const { port } = new URL(here.teamUrl)
    const config = parseConfig({ PORT: port, TAILBOARD_SECRETS: here.secretsFolder, TAILBOARD_DEMO: '1' })
    const demonstration = openServices(config, here.services.root, {
      app: here.base.url('tailboard_app'),
      auth: here.base.url('tailboard_auth'),
      worker: here.base.url('tailboard_worker'),
      support: here.base.url('tailboard_support'),
      setRole: false,
    })
    try {
      for (const role of team) {
        const email = `${role.replace('_', '.')}@demonstration.example`
        await account(email, role)
        const { answer, open } = await byMail(email, app(demonstration))
        expect([role, answer.status, answer.headers.get('location')]).toEqual([role, 303, '/'])
        expect([role, (await open('/harbor/today')).status]).toEqual([role, 200])
        // The same session and the same database, of an installation that is no demonstration.
        const asked = await open('/harbor/today', serve)
        expect([role, asked.status, asked.headers.get('location')]).toEqual([role, 303, '/account/proof'])
      }
    } finally {
      await demonstration.close()
    }
  })

  it('at a department’s own address is told to use another, and not before the mailbox is theirs; its contact gets in', async () => {
    await here.base.admin.query(
      `update region.agency set mail_domains = '{larkfield-fire.example}' where id = $1`,
      [here.harbor.agencies.get('Larkfield Fire')],
    )
    for (const [email, role, status] of [
      ['kit.p@larkfield-fire.example', 'peer', 403],
      ['lee.c@station.larkfield-fire.example', 'duty_coordinator', 403],
      ['pat.l@larkfield-fire.example', 'agency_contact', 303],
      ['mo.p@notlarkfield-fire.example', 'peer', 303],
    ] as const) {
      await account(email, role)
      const { asked, answer, open } = await byMail(email)
      expect([email, asked.status, asked.headers.get('location')]).toEqual([email, 303, '/sign-in/code'])
      expect([email, answer.status]).toEqual([email, status])
      const session = answer.headers.getSetCookie().some((line) => line.startsWith('__Host-tailboard='))
      expect([email, session]).toEqual([email, status === 303])
      if (status === 303) continue
      expect(await answer.text()).toContain('Ask whoever invited you for an invitation to a personal address')
      expect((await open('/harbor/today')).headers.get('location')).toBe('/sign-in')
    }
  })
})
