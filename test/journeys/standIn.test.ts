import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { app } from '../../src/app.tsx'
import { createAccount, grantRole } from '../../src/identity/index.server.ts'
import type { MemberId } from '../../src/platform/ids.ts'
import { fitsWhenZoomed, freshPage, look, mailWith, openSignedIn, type SignedIn } from '../harness/journey.ts'
import { signInAs } from '../harness/signIn.ts'

const day = (days: number) => Temporal.Now.plainDateISO('America/New_York').add({ days }).toString()

describe('a swap', () => {
  let open: SignedIn
  let names: string[]
  let kit: Page
  let sam: Page
  let late: Page
  beforeAll(async () => {
    open = await openSignedIn()
    const peers = open.here.harbor.members.filter(
      ({ member }) => member.role === 'peer' && member.credentials.length > 1,
    )
    names = peers.map(({ member }) => member.name)
    kit = await memberPage(peers[0]!.id, peers[0]!.member.email)
    sam = await memberPage(peers[1]!.id, peers[1]!.member.email)
    late = await memberPage(peers[2]!.id, peers[2]!.member.email)
  }, 60_000)
  afterAll(() => open?.stop())

  /** Somebody on the roster with nothing on their calendar and everything in order, signed in. */
  async function memberPage(id: MemberId, email: string): Promise<Page> {
    const { services, harbor, base, teamUrl } = open.here
    for (const table of ['on_call_shift', 'unavailability', 'suspension'])
      await base.admin.query(`delete from roster.${table} where member_id = $1`, [id])
    const account = await createAccount(services.auth, { email, name: '' })
    await services.db.write({ kind: 'system', regionId: harbor.regionId }, (tx) =>
      grantRole(tx, account, 'peer', { memberId: id }),
    )
    const page = await freshPage(open.browser)
    const [name, value] = (await signInAs(services.auth, account)).split('=', 2)
    const url = teamUrl.replace('http:', 'https:')
    await page.context().addCookies([{ name: name!, value: value!, url, secure: true }])
    return page
  }

  it('a member keeps a shift of their own and asks for a stand-in', async () => {
    await kit.goto(`${open.here.teamUrl}/harbor/me`)
    await kit.getByRole('link', { name: 'See my shifts and times away' }).click()
    await kit.getByText('You are not on call in the time ahead.').waitFor()
    await kit.getByText('Add a shift').click()
    await kit.locator('[name=shifts_day]').fill(day(3))
    await kit.locator('[name=shifts_weeks]').fill('30')
    await kit.getByRole('button', { name: 'Add' }).first().click()
    await kit.getByRole('link', { name: 'Weeks in a row: Give a number of weeks' }).waitFor()
    await look(kit, 'my-shifts-wrong')
    expect(await kit.locator('[name=shifts_day]').inputValue()).toBe(day(3))
    await kit.locator('[name=shifts_weeks]').fill('1')
    await kit.getByRole('button', { name: 'Add' }).first().click()
    await kit.getByRole('button', { name: 'Find me a stand-in' }).click()
    await kit.getByText('Colleagues were asked. The shift stays yours until somebody takes it.').waitFor()
    await look(kit, 'my-shifts-asked')
    await fitsWhenZoomed(kit)
  })

  it('the coordinator sees who may, leaves a note, and sees the week', async () => {
    await open.page.goto(`${open.here.teamUrl}/harbor/on-call`)
    await open.page.getByRole('heading', { name: 'Stand-ins asked for' }).waitFor()
    await open.page.getByText('Leave the next coordinator a note').click()
    await open.page.getByLabel('Note').fill('x'.repeat(501))
    await open.page.getByRole('button', { name: 'Leave the note' }).click()
    await open.page.getByRole('link', { name: 'Shorten this to 500 letters.' }).waitFor()
    expect((await open.page.getByLabel('Note').inputValue()).length).toBe(501)
    await open.page.getByLabel('Note').fill('Two plans run.\nThe shift commander is called back at ten.')
    await open.page.getByRole('button', { name: 'Leave the note' }).click()
    await open.page.getByText('The shift commander is called back at ten.').waitFor()
    const rows = open.page.locator('.day-row')
    expect(await rows.count()).toBe(7)
    expect(await rows.nth(1).textContent()).toContain('Nobody coordinates')
    await look(open.page, 'on-call-swap')
    await fitsWhenZoomed(open.page)
    await open.page.getByRole('link', { name: 'See who may' }).click()
    await open.page.getByText('A stand-in is asked for already.').waitFor()
    await open.page.getByText('who may not, and why').click()
    await open.page.getByText('the shift is theirs').waitFor()
    await look(open.page, 'find-a-stand-in')
    await fitsWhenZoomed(open.page)
    await open.page.getByRole('link', { name: 'Today' }).click()
    await open.page.getByText('The shift commander is called back at ten.').waitFor()
    await look(open.page, 'today-hand-over')
  })

  it('the first yes takes it; the next is told, the asker sees by whom', async () => {
    const mails = await mailWith(open.here, 'stand-in')
    const link = mails[0]!.text.match(/https?:\S+/)![0]
    await sam.goto(link)
    await late.goto(link)
    await look(sam, 'my-shifts-offered')
    await fitsWhenZoomed(sam)
    await sam.getByRole('button', { name: 'Take this shift' }).click()
    await sam.getByRole('button', { name: 'Find me a stand-in' }).waitFor()
    await late.getByRole('button', { name: 'Take this shift' }).click()
    await late.getByText('Somebody has taken this shift already.').waitFor()
    await look(late, 'my-shifts-too-late')
    await kit.reload()
    await kit.getByText(`${names[1]} stands in for you`).waitFor()
    await look(kit, 'my-shifts-taken')
  })

  it('the shift stands in the taker’s own calendar, until they end the link', async () => {
    await sam.getByRole('link', { name: 'Have these times in your own calendar' }).click()
    await sam.getByRole('button', { name: 'Make a link' }).click()
    const serve = app(open.here.services)
    const link = (await sam.locator('code').textContent())!
    await look(sam, 'calendar-link')
    await fitsWhenZoomed(sam)
    // A calendar program brings no cookie.
    const feed = await serve(new Request(link))
    expect((await feed.text()).match(/^SUMMARY:\w+/gm)).toEqual(['SUMMARY:Duty'])
    await sam.getByRole('button', { name: 'End the link' }).click()
    await sam.getByText('There is no link yet.').waitFor()
    expect((await serve(new Request(link))).status).toBe(404)
  })
})
