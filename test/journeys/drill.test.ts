import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { heardFrom, unreachedMembers } from '../../src/roster/index.server.ts'
import {
  fitsWhenZoomed,
  freshPage,
  linkIn,
  look,
  mailWith,
  openSignedIn,
  type SignedIn,
} from '../harness/journey.ts'

const phone = { viewport: { width: 390, height: 844 } }

describe('a reachability drill', () => {
  let open: SignedIn
  beforeAll(async () => {
    open = await openSignedIn()
    await open.page.setViewportSize(phone.viewport)
  }, 60_000)
  afterAll(() => open?.stop())
  const at = (path: string) => `${open.here.teamUrl}/harbor${path}`
  const system = () => ({ kind: 'system', regionId: open.here.harbor.regionId }) as const

  it('is begun by a coordinator, answered without signing in, and told apart by person and way', async () => {
    const { page, here } = open
    await page.goto(at('/on-call'))
    await page.getByRole('link', { name: 'Reachability drill' }).click()
    await page.getByRole('heading', { name: 'No drill yet' }).waitFor()
    await look(page, 'drills-none')
    await page.getByRole('button', { name: 'Begin a drill now' }).click()
    await page.getByText(/A drill is running until/).waitFor()
    expect(await page.getByRole('button', { name: 'Begin a drill now' }).count()).toBe(0)

    const mails = await mailWith(here, 'a test, nothing happened', here.harbor.members.length)
    expect(mails.every((mail) => mail.text.includes('Nothing happened.'))).toBe(true)
    const asked = mails.find((mail) => mail.to === here.harbor.members[0]!.member.email)!
    const theirs = await freshPage(open.browser, { ...phone, javaScriptEnabled: false })
    await theirs.goto(linkIn(asked.text))
    await theirs.getByRole('heading', { name: 'Did this reach you?' }).waitFor()
    // A mail system that opens the link has answered nothing.
    await page.reload()
    await page.getByText(/^.*0 of \d+ people have answered/).waitFor()
    await theirs.getByRole('button', { name: 'Yes, this reached me' }).click()
    await theirs.getByRole('heading', { name: 'Thank you' }).waitFor()
    await theirs.goto(`${linkIn(asked.text).slice(0, -4)}AAAA`)
    await theirs.getByRole('heading', { name: 'This link leads nowhere' }).waitFor()
    await theirs.context().close()
    const seen = await freshPage(open.browser, phone)
    await seen.goto(linkIn(mails.find((mail) => mail !== asked)!.text))
    await look(seen, 'drill-reached')
    await fitsWhenZoomed(seen)
    await seen.context().close()

    await page.reload()
    await page.getByText(/1 of \d+ people have answered/).waitFor()
    await page.getByText('people have not answered yet').click()
    await look(page, 'drills-running')
    await fitsWhenZoomed(page)
  }, 180_000)

  it('leaves whoever was silent out of what is counted, until they are heard from', async () => {
    const { page, here } = open
    // Two days on: the drill is over.
    await here.base.admin.query(
      `update roster.drill set began_at = began_at - interval '3 days', due_at = due_at - interval '3 days'`,
    )
    await here.base.admin.query(
      `update roster.heard_from set heard_at = heard_at - interval '3 days' + interval '1 hour'`,
    )
    const silent = await here.services.db.read(system(), unreachedMembers)
    expect(silent.length).toBeGreaterThan(10)
    const [one, ...rest] = silent
    await here.services.db.write(system(), async (tx) => {
      for (const member of rest.slice(2)) await heardFrom(tx, member.id)
    })
    await page.goto(at('/drills'))
    await page.getByText(/people did not answer at all/).waitFor()
    await look(page, 'drills-over')
    await page.goto(at('/today'))
    await page.getByText('Messages do not reach 3 members').waitFor()
    await look(page, 'today-unreached')
    await page.goto(at('/roster'))
    await page.getByText('not reached', { exact: true }).first().waitFor()
    expect(await page.getByText('not reached', { exact: true }).count()).toBe(3)
    await look(page, 'roster-unreached')
    await fitsWhenZoomed(page)
    await page.getByRole('link', { name: one!.name }).click()
    await page.getByText('they are not counted as cover').waitFor()
    await look(page, 'member-unreached')
    await fitsWhenZoomed(page)
    await here.services.db.write(system(), (tx) => heardFrom(tx, one!.id))
    await page.reload()
    expect(await page.getByText('they are not counted as cover').count()).toBe(0)
    await page.goto(at('/hand-over/sheet'))
    await page.getByText(/“Not reached”: the last test got no answer/).waitFor()
    await look(page, 'shift-sheet-unreached')
  }, 180_000)

  it('is begun once while it runs, and a second click is told so', async () => {
    const { page } = open
    await page.goto(at('/drills'))
    const second = await page.context().newPage()
    await second.goto(at('/drills'))
    await page.getByRole('button', { name: 'Begin a drill now' }).click()
    await page.getByText(/A drill is running until/).waitFor()
    await second.getByRole('button', { name: 'Begin a drill now' }).click()
    await second.getByText('A drill is running already').waitFor()
    await look(second, 'drill-running-already')
    await page.getByRole('heading', { name: 'All drills' }).waitFor()
    await page.getByRole('table', { name: 'All drills' }).getByRole('link').last().click()
    await page.waitForURL(/drills\/[0-9a-f-]{36}$/)
    await page.getByText(/did not answer at all/).waitFor()
  }, 60_000)
})
