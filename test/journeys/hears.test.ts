import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAccount, grantRole } from '../../src/identity/index.server.ts'
import type { AccountId } from '../../src/platform/ids.ts'
import { callOut, fitsWhenZoomed, freshPage, look, openSignedIn, type SignedIn } from '../harness/journey.ts'
import { signInAs } from '../harness/signIn.ts'

describe('one person in several agencies', () => {
  let at: SignedIn
  beforeAll(async () => {
    at = await openSignedIn()
  }, 60_000)
  afterAll(() => at?.stop())

  async function pageOf(account: AccountId): Promise<Page> {
    const page = await freshPage(at.browser)
    const [name, value] = (await signInAs(at.here.services.auth, account)).split('=', 2)
    const url = at.here.teamUrl.replace('http:', 'https:')
    await page.context().addCookies([{ name: name!, value: value!, url, secure: true }])
    return page
  }
  const account = (
    email: string,
    ...given: Parameters<typeof grantRole> extends [unknown, unknown, ...infer Rest] ? Rest : never
  ) =>
    createAccount(at.here.services.auth, { email, name: '' }).then(async (id) => {
      await at.here.services.db.write({ kind: 'system', regionId: at.here.harbor.regionId }, (tx) =>
        grantRole(tx, id, ...given),
      )
      return id
    })

  it('a coordinator writes down where a member serves as well, and the member says what they are asked for', async () => {
    const { page, here } = at
    const { id: memberId } = here.harbor.members.find(({ member }) => member.agency === 'Alderbrook Police')!
    const kim = await account('kim.l@peers.example', 'peer', { memberId })
    await page.goto(`${here.teamUrl}/harbor/roster/members/${memberId}`)
    const further = page.locator('details', { hasText: 'Further agencies' })
    await further.locator('summary').click()
    await further.getByLabel('Larkfield Fire').check()
    await look(page, 'member-further')
    await further.getByRole('button', { name: 'Further agencies' }).click()
    await page.getByText('Serves as well in').first().waitFor()
    expect(await page.locator('dd', { hasText: 'Larkfield Fire' }).count()).toBe(1)

    const own = await pageOf(kim)
    await own.goto(`${here.teamUrl}/harbor/me`)
    await own.getByRole('link', { name: 'What you hear from which agency' }).click()
    const rows = own.getByRole('row')
    expect(await rows.nth(1).textContent()).toContain('You serve here')
    expect(await rows.nth(2).textContent()).toContain('You serve here')
    await own.getByLabel('Ask me: Brightwater Police, After an incident').uncheck()
    await own.getByRole('button', { name: 'Keep this' }).click()
    await own.getByText('Kept.').waitFor()
    expect(await own.getByLabel('Ask me: Brightwater Police, After an incident').isChecked()).toBe(false)
    expect(await own.getByLabel('Ask me: Brightwater Police, Talks and classes').isChecked()).toBe(true)
    await look(own, 'hears-member')
    await fitsWhenZoomed(own)
    await own.setViewportSize({ width: 1280, height: 900 })
    await own.getByRole('link', { name: 'All your regions' }).click()
    await own.getByRole('cell', { name: 'mail' }).waitFor()
    await look(own, 'account-regions')
    await own.getByRole('link', { name: /^Ways/ }).click()
    await own.getByText('is for Harbor Region alone').waitFor()
    await look(own, 'reach-member')
  }, 60_000)

  it('a contact of two agencies sees what both asked for, and is mailed of the one they chose', async () => {
    const { here, page } = at
    await callOut(here)
    const of = (name: string) => ({ agencyId: here.harbor.agencies.get(name)! })
    const pat = await account('pat.c@agency.example', 'agency_contact', of('Larkfield Fire'))
    const own = await pageOf(pat)
    await own.goto(`${here.teamUrl}/harbor/today`)
    await own.getByText('Spoken to').waitFor()
    await here.services.db.write({ kind: 'system', regionId: here.harbor.regionId }, (tx) =>
      grantRole(tx, pat, 'agency_contact', of('Brightwater Police')),
    )
    await own.reload()
    await look(own, 'today-contact-of-two')
    await own.getByRole('link', { name: 'Have a mail' }).click()
    await own.getByLabel('Mail me when Brightwater Police asks').check()
    await own.getByRole('button', { name: 'Keep this' }).click()
    await own.getByText('Kept.').waitFor()
    expect(await own.getByLabel('Mail me when Larkfield Fire asks').isChecked()).toBe(false)
    await look(own, 'hears-contact')

    const ada = await account('ada.m@admin.example', 'administrator')
    const administrators = await pageOf(ada)
    await administrators.goto(`${here.teamUrl}/harbor/roles`)
    await administrators
      .getByRole('cell', { name: 'Agency contact: Brightwater Police', exact: true })
      .waitFor()
    await look(administrators, 'roles-agencies')
    await administrators.getByRole('link', { name: /agency contact: Larkfield Fire/i }).click()
    await look(administrators, 'role-end-agency')
    await administrators.getByRole('button', { name: 'Take it away' }).click()
    await administrators.getByText('The role is taken away').waitFor()
    await own.goto(`${here.teamUrl}/harbor/today`)
    expect(await own.getByText('Larkfield Fire').count()).toBe(0)
    expect(await own.getByText('Brightwater Police').count()).toBeGreaterThan(0)
    expect(await page.title()).not.toBe('')
  }, 60_000)
})
