import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAccount, grantRole } from '../../src/identity/index.server.ts'
import { appCode } from '../harness/authenticatorApp.ts'
import {
  fitsWhenZoomed,
  freshPage,
  linkIn,
  look,
  mailWith,
  openSignedIn,
  type SignedIn,
  withAuthenticator,
} from '../harness/journey.ts'

describe('an account of one’s own', () => {
  let at: SignedIn
  beforeAll(async () => {
    at = await openSignedIn()
  }, 60_000)
  afterAll(() => at?.stop())

  async function person(email: string, role: 'duty_coordinator' | 'peer') {
    const { auth, db } = at.here.services
    const account = await createAccount(auth, { email, name: '' })
    await db.write({ kind: 'system', regionId: at.here.harbor.regionId }, (tx) =>
      grantRole(tx, account, role),
    )
  }
  async function byMail(page: Page, email: string) {
    await page.getByLabel('Your e-mail address').fill(email)
    await page.getByRole('button', { name: 'Send the mail' }).click()
    await page.getByRole('heading', { name: 'Look at your mail' }).waitFor()
    const mail = (await mailWith(at.here, 'sign')).find((one) => one.to === email)!
    await page.goto(linkIn(mail.text))
    await page.getByRole('button', { name: 'Sign in' }).click()
  }
  async function mailedTo(email: string) {
    await expect
      .poll(() =>
        at.here.services.mailbox!.mails.some((one) => one.to === email && /account/.test(one.subject)),
      )
      .toBe(true)
  }

  it('a coordinator makes a passkey before any team page, and signs in with nothing else after', async () => {
    await person('mo.t@coordination.example', 'duty_coordinator')
    const page = await freshPage(at.browser)
    await withAuthenticator(page)
    await page.goto(`${at.here.teamUrl}/harbor/roster?lang=en`)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor()
    await look(page, 'sign-in')
    await byMail(page, 'mo.t@coordination.example')
    await page.waitForURL('**/account/proof')
    await page.getByRole('button', { name: 'Make a passkey' }).waitFor()
    await look(page, 'proof-enrol')
    await page.goto(`${at.here.teamUrl}/harbor/today`)
    await page.waitForURL('**/account/proof')
    await page.getByRole('button', { name: 'Make a passkey' }).click()
    await page.getByText('1 to 60 characters').first().waitFor()
    await page.getByLabel('A name for it').fill('my phone')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/harbor/today')
    await mailedTo('mo.t@coordination.example')

    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.waitForURL('**/harbor/today')

    await page.getByRole('link', { name: 'Account' }).click()
    await page.getByText('my phone').first().waitFor()
    await look(page, 'account')
    await fitsWhenZoomed(page)
    await page.getByRole('link', { name: 'Español' }).click()
    await page.getByRole('heading', { name: 'Su cuenta' }).waitFor()
    expect(await page.getByText('este navegador').count()).toBe(1)
    await look(page, 'account-es')
    await page.getByRole('link', { name: 'English' }).click()

    // The last proof of somebody who needs one stays.
    await page.getByRole('button', { name: 'Remove my phone' }).click()
    await page.getByText('Set up another first').waitFor()
    await page.getByRole('button', { name: 'Set up an authenticator app' }).click()
    await look(page, 'proof-app')
    const secret = (await page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{4}){7}$/).textContent())!
    await page.getByLabel('Code that the app shows').fill('12')
    await page.getByRole('button', { name: 'Set it up' }).click()
    await page.getByText('That code does not hold').first().waitFor()
    await page.getByLabel('Code that the app shows').fill(appCode(secret))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Print these ten codes' }).waitFor()
    await look(page, 'proof-codes')
    await page.goto(`${at.here.teamUrl}/account`)
    await page.getByRole('button', { name: 'Remove my phone' }).click()
    await page.getByText('None yet.').waitFor()
    await page.context().close()
  }, 90_000)

  it('a peer is offered one once, says not now, and turns away without harm', async () => {
    await person('ivo.t@peers.example', 'peer')
    const page = await freshPage(at.browser)
    await page.goto(`${at.here.teamUrl}/sign-in?lang=en`)
    await byMail(page, 'ivo.t@peers.example')
    await page.getByRole('heading', { name: 'Sign in without a mail next time' }).waitFor()
    await look(page, 'passkey-offer')
    await page.getByLabel('A name for it').fill('none at hand')
    await page.getByRole('link', { name: 'Not now' }).click()
    await page.waitForURL('**/harbor/today')
    await page.context().close()
  }, 60_000)

  it('a form that was sent before the proof is sent after it, as it was typed', async () => {
    const { page, here } = at
    const email = 'rae.h@coordination.example'
    await page.goto(`${here.teamUrl}/harbor/invitations`)
    await page.getByLabel('Role').selectOption('agency_contact')
    await page.getByLabel('Their own e-mail address').fill('kept.as@typed.example')
    await page.getByLabel('Speaks for which agency').selectOption({ index: 1 })
    await here.base.admin.query(
      `update auth.session set strength = 'link', proven_at = null
       where "userId" = (select id from auth."user" where email = $1)`,
      [email],
    )
    await page.getByRole('button', { name: 'Send the invitation' }).click()
    await page.getByText('What you typed is kept').waitFor()
    await look(page, 'proof-held')
    await page.getByRole('button', { name: 'Use an authenticator app' }).click()
    const secret = (await page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{4}){7}$/).textContent())!
    await page.getByLabel('Code that the app shows').fill(appCode(secret))
    await page.getByRole('button', { name: 'Set it up' }).click()
    await page.getByRole('button', { name: 'I have them, go on' }).click()
    await page.getByRole('button', { name: 'Send it' }).click()
    await page.getByRole('heading', { name: 'The invitation is on its way' }).waitFor()
    await expect
      .poll(() => here.services.mailbox!.mails.some((one) => one.to === 'kept.as@typed.example'))
      .toBe(true)
  }, 60_000)
})
