import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAccount, grantRole } from '../../src/identity/index.server.ts'
import { openBrowser } from '../harness/browser.ts'
import { type Installation, openInstallation } from '../harness/installation.ts'
import { fitsWhenZoomed, freshPage, look, signInCoordinator } from '../harness/journey.ts'
import { signInAs } from '../harness/signIn.ts'

describe('the roster by hand', () => {
  let here: Installation
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    here = await openInstallation()
    browser = await openBrowser()
    page = await freshPage(browser)
    await signInCoordinator(here, page)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await here?.stop()
  })

  it('somebody new is brought in and works down their checklist', async () => {
    await page.goto(`${here.teamUrl}/harbor/roster`)
    await page.getByRole('link', { name: 'New member' }).click()
    await page.getByLabel('First name and initial').fill('Noa B.')
    await page.getByRole('button', { name: 'Add to the roster' }).click()
    await page.getByRole('link', { name: 'Tick at least one discipline.' }).waitFor()
    expect(await page.getByLabel('First name and initial').inputValue()).toBe('Noa B.')
    await look(page, 'new-member-wrong')
    await page.getByLabel('Mail address').fill('noa.b@peers.example')
    await page.getByLabel('Role on the team').selectOption('peer')
    await page.getByLabel('Agency', { exact: true }).selectOption({ label: 'Larkfield Fire' })
    await page.getByLabel('Rank band').selectOption('line')
    await page.getByLabel('Town').fill('Larkfield')
    await page.getByLabel('Fire', { exact: true }).check()
    await page.getByLabel('English').check()
    await page.getByRole('button', { name: 'Add to the roster' }).click()
    await page.getByRole('heading', { name: 'Noa B.' }).waitFor()
    await page.getByText('Could not go today').waitFor()

    await page.getByText('Add a paper').first().click()
    await page.getByLabel('Kind').fill('GIC')
    await page.getByLabel('Issuer').fill('ICISF')
    await page.getByLabel('Number').fill('77')
    await page.getByLabel('Issued').fill('2026-01-10')
    await page.getByLabel('First day it no longer counts').fill('2025-01-10')
    await page.getByRole('button', { name: 'Add a paper' }).click()
    await page.getByRole('link', { name: 'This ends before it begins' }).waitFor()
    await page.getByLabel('First day it no longer counts').fill('2029-01-10')
    await page.getByRole('button', { name: 'Add a paper' }).click()
    await page.getByText('Neither policy nor law asks for a paper of that name').waitFor()
    await look(page, 'member')
    await fitsWhenZoomed(page)
  })

  it('a member sees their own page, and nothing else of the team', async () => {
    const { services, harbor } = here
    const sam = harbor.members.find(({ member }) => member.role === 'peer')!
    const account = await createAccount(services.auth, { email: sam.member.email, name: '' })
    await services.db.write({ kind: 'system', regionId: harbor.regionId }, (tx) =>
      grantRole(tx, account, 'peer', { memberId: sam.id }),
    )
    const mine = await freshPage(browser)
    const [name, value] = (await signInAs(services.auth, account)).split('=', 2)
    await mine
      .context()
      .addCookies([
        { name: name!, value: value!, url: here.teamUrl.replace('http:', 'https:'), secure: true },
      ])
    await mine.goto(here.teamUrl)
    await mine.waitForURL('**/harbor/me')
    await mine.getByText('Details never confirmed').waitFor()
    await look(mine, 'my-page')
    await mine.getByRole('button', { name: 'All of this is right' }).click()
    await mine.getByText('Details confirmed').waitFor()
    expect(await mine.getByText('Proven').count()).toBe(1)
    for (const closed of ['roster', 'today', `roster/members/${sam.id}`])
      expect((await mine.goto(`${here.teamUrl}/harbor/${closed}`))?.status()).toBe(404)
  })
})
