import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { app } from '../src/app.tsx'
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
})
