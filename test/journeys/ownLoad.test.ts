import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAccount, grantRole } from '../../src/identity/index.server.ts'
import { commit } from '../../src/roster/index.server.ts'
import { commitmentWeight } from '../../src/roster/index.ts'
import { fitsWhenZoomed, freshPage, look, openSignedIn, type SignedIn } from '../harness/journey.ts'
import { signInAs } from '../harness/signIn.ts'

describe('how much lately', () => {
  let open: SignedIn
  beforeAll(async () => {
    open = await openSignedIn()
  }, 60_000)
  afterAll(() => open?.stop())

  it('a member sees what counts, notes how heavy it was in one tap, and deletes it', async () => {
    const { services, harbor, base, teamUrl } = open.here
    const { db } = services
    const system = { kind: 'system' as const, regionId: harbor.regionId }
    const sam = harbor.members.find(({ member }) => member.role === 'peer')!
    const account = await createAccount(services.auth, { email: sam.member.email, name: '' })
    await db.write(system, (tx) => grantRole(tx, account, 'peer', { memberId: sam.id }))
    const page = await freshPage(open.browser)
    const [name, value] = (await signInAs(services.auth, account)).split('=', 2)
    const url = teamUrl.replace('http:', 'https:')
    await page.context().addCookies([{ name: name!, value: value!, url, secure: true }])

    await page.goto(`${teamUrl}/harbor/me/load`)
    await page.getByText('After a session you can note here').waitFor()
    await base.admin.query('delete from roster.commitment where member_id = $1', [sam.id])
    const ended = Temporal.Now.instant().subtract({ hours: 3 })
    const span = { startsAt: ended.subtract({ hours: 1 }), endsAt: ended }
    await db.write(system, (tx) => commit(tx, sam.id, span, 'intervention', commitmentWeight.inGroup))
    for (const [days, heaviness] of [
      [30, 2],
      [20, 3],
      [9, 5],
    ])
      await base.admin.query(
        `insert into roster.own_load (region_id, account_id, noted_on, heaviness) values ($1, $2, current_date - $3::int, $4)`,
        [harbor.regionId, account, days, heaviness],
      )
    await page.goto(`${teamUrl}/harbor/me`)
    await page.getByText('1 of 3 (your region’s limit)').waitFor()
    await page.getByRole('link', { name: 'How heavy was it?' }).click()
    await page.getByRole('button', { name: '4 · heavy' }).click()
    await page.getByRole('cell', { name: '4 · heavy' }).waitFor()
    await look(page, 'own-load')
    await fitsWhenZoomed(page)
    await page
      .getByRole('button', { name: /^Delete .*\d/ })
      .first()
      .click()
    await page.getByRole('cell', { name: '4 · heavy' }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Delete all of it' }).click()
    await page.getByText('Nothing is noted.').waitFor()
    expect((await base.admin.query('select 1 from roster.own_load')).rowCount).toBe(0)

    // The coordinator is nobody's member: there is no such page for them, of anybody.
    await open.page.goto(`${teamUrl}/harbor/me/load`)
    expect(await open.page.getByRole('button', { name: /heavy/ }).count()).toBe(0)
    await page.context().close()
  }, 60_000)
})
