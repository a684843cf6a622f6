import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../test/harness/browser.ts'
import { type Installation, openInstallation } from '../../test/harness/installation.ts'
import { callOut, fitsWhenZoomed, freshPage, look, signInCoordinator } from '../../test/harness/journey.ts'
import { signInAs } from '../../test/harness/signIn.ts'
import { app } from '../app.tsx'
import { createAccount, grantRole } from '../identity/index.server.ts'
import type { Role } from '../platform/actor.ts'
import { policyPaths } from './settings.ts'

type Fields = Readonly<Record<string, string>>

describe('the page of a region’s policy', () => {
  let here: Installation
  let browser: Browser
  let serve: ReturnType<typeof app>
  let kim: string
  let lena: string
  beforeAll(async () => {
    here = await openInstallation()
    browser = await openBrowser()
    serve = app(here.services)
    kim = await signedIn('administrator', 'kim.t@team.example')
    lena = await signedIn('clinical_director', 'lena.o@team.example')
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await here?.stop()
  })

  async function signedIn(role: Role, email: string): Promise<string> {
    const account = await createAccount(here.services.auth, { email, name: email })
    await here.services.db.write({ kind: 'system', regionId: here.harbor.regionId }, (tx) =>
      grantRole(tx, account, role),
    )
    return await signInAs(here.services.auth, account)
  }
  async function ask(cookie: string, fields?: Fields, query = '') {
    const answer = await serve(
      new Request(`${here.teamUrl}/harbor/policy${query}`, {
        method: fields === undefined ? 'GET' : 'POST',
        headers: { 'sec-fetch-site': 'same-origin', cookie },
        ...(fields === undefined ? {} : { body: new URLSearchParams(fields) }),
      }),
    )
    return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
  }
  const fieldsIn = (html: string): Record<string, string> => ({
    ...Object.fromEntries(
      [...html.matchAll(/<input[^>]* name="([^"]+)"[^>]*? value="([^"]*)"/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    ),
    ...Object.fromEntries(
      [...html.matchAll(/<select[^>]* name="([^"]+)".*?<option value="([^"]*)" selected/gs)].map(
        ([, name, value]) => [name, value],
      ),
    ),
  })
  const versions = async () =>
    (await here.base.admin.query('select count(*)::int as rows from region.policy')).rows[0].rows as number
  const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

  it('shows every setting with its source, and what is only assumed', async () => {
    const { status, text } = await ask(kim)
    expect(status).toBe(200)
    for (const path of policyPaths) expect(text).toContain(`id="f-${path}"`)
    expect(textOf(text)).toMatch(/Defusing .*Ideal until: Published\. US Coast Guard COMDTINST 1754\.3/)
    expect(textOf(text)).toMatch(/Time to bring a team together minutes Assumed\./)
    expect(textOf(text)).toMatch(/Version 1 .*, with the region/)
    const spanish = textOf((await ask(kim, undefined, '?lang=es')).text)
    expect(spanish).toMatch(/Desactivación emocional \(defusing\) .*Ideal hasta: Publicado\./)
    expect(spanish).not.toMatch(/Assumed|Closes|hours/)
  })

  it('is decided by those who answer for it, read by coordinators, and there for nobody else', async () => {
    const rae = await signInAs(here.services.auth, here.coordinator)
    const read = await ask(rae)
    expect(read.status).toBe(200)
    expect(read.text).not.toMatch(/<input|<select|type="submit"[^>]*>\s*Save/)
    expect(textOf(read.text)).toMatch(/Rest after a group session 48 hours/)
    const pia = await signedIn('peer', 'pia.w@team.example')
    expect((await ask(pia)).status).toBe(404)
    expect((await ask(rae, { version: '1', restHours: '24' })).status).toBe(404)
    const today = async (cookie: string) =>
      await (await serve(new Request(`${here.teamUrl}/harbor/today`, { headers: { cookie } }))).text()
    expect(await today(lena)).toContain('href="/harbor/policy"')
    expect(await today(rae)).toContain('href="/harbor/policy"')
    expect(await ask('')).toMatchObject({ status: 303, location: '/sign-in' })
    expect(await versions()).toBe(1)
  })

  it('names every wrong field, keeps what was typed and says what stands', async () => {
    const form = fieldsIn((await ask(kim)).text)
    expect(Object.keys(form)).toEqual(expect.arrayContaining(['version', 'restHours', 'affectedAgency']))
    const wrong = { ...form, restHours: '36 or so', 'groupSize.cisd': '', 'wave.minutes': '20' }
    const { status, text } = await ask(kim, wrong)
    expect(status).toBe(400)
    expect(text).toContain('href="#f-restHours"')
    expect(text).toContain('href="#f-groupSize.cisd"')
    expect(text).toContain('value="36 or so"')
    expect(text).toContain('value="20"')
    expect(textOf(text)).toMatch(/Stands now: 6 minutes\./)
    expect(await versions()).toBe(1)
  })

  it('names a contradiction at each of its fields, and refuses it', async () => {
    const { status, text } = await ask(kim, { version: '1', 'windows.defusing.idealUntil': '20' })
    expect(status).toBe(400)
    expect(textOf(text)).toContain(
      '“Defusing: ideal until” (20 hours) is more than “Defusing: closes” (12 hours). Lower the first',
    )
    expect(text).toContain('id="f-windows.defusing.idealUntil-error"')
    expect(text).toContain('id="f-windows.defusing.closes-error"')
    expect((await ask(kim, { version: '1' })).status).toBe(400)
    expect(await versions()).toBe(1)
  })

  it('leaves a running call-out its version, and gives the next one the new', async () => {
    const started = await callOut(here)
    const saved = await ask(kim, { version: '1', 'wave.minutes': '20' })
    expect(saved).toMatchObject({ status: 303, location: '/harbor/policy?saved=2' })
    const next = await callOut(here)
    const { rows } = await here.base.admin.query(
      'select id, policy_version from activation.activation where id = any($1)',
      [[started.activationId, next.activationId]],
    )
    const versionOf = new Map(rows.map((row) => [row.id, row.policy_version]))
    expect([versionOf.get(started.activationId), versionOf.get(next.activationId)]).toEqual([1, 2])
  })

  it('tells who was slower, keeping only what they changed themselves', async () => {
    const form = fieldsIn((await ask(lena)).text)
    expect(await ask(kim, { version: '2', restHours: '24' })).toMatchObject({ status: 303 })
    const slower = await ask(lena, { ...form, callBackMinutes: '20' })
    expect(slower.status).toBe(409)
    expect(textOf(slower.text)).toContain('Somebody saved another version meanwhile')
    const kept = fieldsIn(slower.text)
    expect(kept).toMatchObject({ version: '3', restHours: '24', callBackMinutes: '20' })
    expect(await ask(lena, kept)).toMatchObject({ status: 303, location: '/harbor/policy?saved=4' })
    const history = textOf((await ask(lena)).text)
    expect(history).toMatch(
      /Version 4 .*, by you Call the agency back within 15 minutes → 20 minutes.*Version 3 .*, by kim\.t@team\.example Rest after a group session 48 hours → 24 hours/,
    )
  })

  it('looks right, and needs no sideways scrolling', async () => {
    const page = await freshPage(browser)
    await here.services.db.write({ kind: 'system', regionId: here.harbor.regionId }, (tx) =>
      grantRole(tx, here.coordinator, 'clinical_director'),
    )
    await signInCoordinator(here, page)
    await page.goto(`${here.teamUrl}/harbor/policy`)
    await page.getByRole('heading', { level: 1, name: 'Policy' }).waitFor()
    await page.getByLabel('Defusing: ideal until').fill('20')
    await page.getByLabel('Rest after a group session').fill('two days')
    await page.getByRole('button', { name: 'Save as a new version' }).click()
    await page.getByRole('alert').waitFor()
    await look(page, 'team-policy')
    await fitsWhenZoomed(page)
    await page.getByLabel('Rest after a group session').fill('36')
    await page.getByLabel('Defusing: closes').fill('24')
    await page.getByRole('button', { name: 'Save as a new version' }).click()
    await page.getByText('Version 5 counts from now on.').waitFor()
    await fitsWhenZoomed(page)
    await page.goto(`${here.teamUrl}/harbor/policy?lang=es`)
    await fitsWhenZoomed(page)
  }, 60_000)
})
