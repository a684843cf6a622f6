import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAccount, grantRole } from '../../src/identity/index.server.ts'
import { fitsWhenZoomed, freshPage, look, openSignedIn, type SignedIn } from '../harness/journey.ts'
import { signInAs } from '../harness/signIn.ts'

describe('the roster by hand', () => {
  let open: SignedIn
  beforeAll(async () => {
    open = await openSignedIn()
  }, 60_000)
  afterAll(() => open?.stop())

  it('somebody new is brought in and works down their checklist', async () => {
    await open.page.goto(`${open.here.teamUrl}/harbor/roster`)
    await open.page.getByRole('link', { name: 'New member' }).click()
    await open.page.getByLabel('First name and initial').fill('Noa B.')
    await open.page.getByRole('button', { name: 'Add to the roster' }).click()
    await open.page.getByRole('link', { name: 'Disciplines: Tick at least one discipline.' }).waitFor()
    expect(await open.page.getByLabel('First name and initial').inputValue()).toBe('Noa B.')
    await look(open.page, 'new-member-wrong')
    await open.page.getByLabel('Mail address').fill('noa.b@peers.example')
    await open.page.getByLabel('Role on the team').selectOption('peer')
    await open.page.getByLabel('Agency', { exact: true }).selectOption({ label: 'Larkfield Fire' })
    await open.page.getByLabel('Rank band').selectOption('line')
    await open.page.getByLabel('Town').fill('Larkfield')
    await open.page.getByLabel('Fire', { exact: true }).check()
    await open.page.getByLabel('English').check()
    await open.page.getByRole('button', { name: 'Add to the roster' }).click()
    await open.page.getByRole('heading', { name: 'Noa B.' }).waitFor()
    await open.page.getByText('Could not go today').waitFor()

    await open.page.getByText('Add a paper').first().click()
    await open.page.getByLabel('Kind').fill('GIC')
    await open.page.getByLabel('Issuer').fill('ICISF')
    await open.page.getByLabel('Number').fill('77')
    await open.page.getByLabel('Issued').fill('2026-01-10')
    await open.page.getByLabel('First day it no longer counts').fill('2025-01-10')
    await open.page.getByRole('button', { name: 'Add a paper' }).click()
    await open.page.getByRole('link', { name: 'This ends before it begins' }).waitFor()
    await open.page.getByLabel('First day it no longer counts').fill('2029-01-10')
    await open.page.getByRole('button', { name: 'Add a paper' }).click()
    await open.page.getByText('Neither policy nor law asks for a paper of that name').waitFor()
    await look(open.page, 'member')
    await fitsWhenZoomed(open.page)
  })

  it('a member sees their own page, and nothing else of the team', async () => {
    const { services, harbor } = open.here
    const sam = harbor.members.find(({ member }) => member.role === 'peer')!
    const account = await createAccount(services.auth, { email: sam.member.email, name: '' })
    await services.db.write({ kind: 'system', regionId: harbor.regionId }, (tx) =>
      grantRole(tx, account, 'peer', { memberId: sam.id }),
    )
    const mine = await freshPage(open.browser)
    const [name, value] = (await signInAs(services.auth, account)).split('=', 2)
    await mine
      .context()
      .addCookies([
        { name: name!, value: value!, url: open.here.teamUrl.replace('http:', 'https:'), secure: true },
      ])
    await mine.goto(open.here.teamUrl)
    await mine.waitForURL('**/harbor/today')
    await mine.getByRole('link', { name: 'Look and confirm' }).click()
    await mine.getByText('Details never confirmed').waitFor()
    await look(mine, 'my-page')
    await mine.getByRole('button', { name: 'All of this is right' }).click()
    await mine.getByText('Details confirmed').waitFor()
    expect(await mine.getByText('Proven').count()).toBe(1)
    for (const closed of ['roster', 'activations', `roster/members/${sam.id}`])
      expect((await mine.goto(`${open.here.teamUrl}/harbor/${closed}`))?.status()).toBe(404)
  })
})
