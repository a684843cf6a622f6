import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAccount, grantRole } from '../../src/identity/index.server.ts'
import { callOut, fitsWhenZoomed, look, openSignedIn, type SignedIn } from '../harness/journey.ts'
import { signInAs } from '../harness/signIn.ts'

describe('the audit trail', () => {
  let open: SignedIn
  beforeAll(async () => {
    open = await openSignedIn()
    const { services, harbor } = open.here
    await callOut(open.here)
    const ada = await createAccount(services.auth, { email: 'ada.m@peers.example', name: 'Ada M.' })
    await services.db.write({ kind: 'system', regionId: harbor.regionId }, (tx) =>
      grantRole(tx, ada, 'administrator'),
    )
    const [name, value] = (await signInAs(services.auth, ada)).split('=', 2)
    const url = open.here.teamUrl.replace('http:', 'https:')
    await open.page.context().addCookies([{ name: name!, value: value!, url, secure: true }])
  }, 60_000)
  afterAll(() => open?.stop())

  it('an administrator reads what was done, narrows it, and sees that the chain holds', async () => {
    const { page } = open
    await page.goto(`${open.here.teamUrl}/harbor/today`)
    await page.getByRole('link', { name: 'Audit trail' }).click()
    await page.getByText('every link holds').waitFor()
    await page.getByText('Rae H., duty coordinator').first().waitFor()
    await look(page, 'audit')
    await page.getByLabel('Kind').selectOption({ label: 'Call-outs' })
    await page.getByRole('button', { name: 'Show' }).click()
    await page.waitForURL('**/audit?kind=callOut**')
    await page.getByText('Plan approved').waitFor()
    expect(await page.getByText('Role given').count()).toBe(0)
    await page.getByLabel('Until').fill('2020-01-01')
    await page.getByRole('button', { name: 'Show' }).click()
    await page.getByText('No entry fits').waitFor()
    await look(page, 'audit-none')
  })

  it('an administrator looks before they take a role away, and it is gone', async () => {
    const { page } = open
    await page.goto(`${open.here.teamUrl}/harbor/roster`)
    await page.getByRole('link', { name: 'Roles', exact: true }).click()
    await page.getByText('Ada M. (you)').waitFor()
    await page.getByText('Somebody has to administer').waitFor()
    await look(page, 'roles')
    await fitsWhenZoomed(page)
    const take = page.getByRole('link', { name: /Take away.*duty coordinator of Rae H\./ })
    await take.click()
    await page.getByRole('heading', { name: 'Take this role away?' }).waitFor()
    await look(page, 'role-end')
    await fitsWhenZoomed(page)
    await page.getByRole('link', { name: 'Leave it' }).click()
    await take.click()
    await page.getByRole('button', { name: 'Take it away' }).click()
    await page.getByText('The role is taken away.').waitFor()
    expect(await take.count()).toBe(0)
    await look(page, 'role-taken')
    await page.getByRole('link', { name: 'Español' }).click()
    await page.getByRole('heading', { name: 'Quién tiene una función aquí' }).waitFor()
    await look(page, 'roles-es')
    await page.getByRole('link', { name: 'English' }).click()
  })

  it('and, like everybody, what was done about them', async () => {
    const { page } = open
    await page.goto(`${open.here.teamUrl}/harbor/me`)
    await page.getByRole('link', { name: 'What was done about my record' }).click()
    await page.getByText('Role given: administrator').waitFor()
    await look(page, 'own-record')
    await fitsWhenZoomed(page)
    await page.goto(`${open.here.teamUrl}/harbor/audit`)
    await fitsWhenZoomed(page)
  })
})
