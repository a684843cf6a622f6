import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../test/harness/browser.ts'
import { type Installation, openInstallation } from '../../test/harness/installation.ts'
import { fitsWhenZoomed, freshPage, look, signInCoordinator } from '../../test/harness/journey.ts'
import { setUpQuarry } from '../../test/harness/quarry.ts'
import { signInAs } from '../../test/harness/signIn.ts'
import { app } from '../app.tsx'
import { readDemoTallies } from '../demonstration.server.ts'
import { createAccount, grantRole } from '../identity/index.server.ts'
import { type Role, roles } from '../platform/actor.ts'
import type { RegionId } from '../platform/ids.ts'
import { regionIdBySlug } from '../region/index.server.ts'
import { layTallies } from './demoTallies.server.ts'

const kinds = { discipline: {}, mode: {}, duration: {}, topic: {}, referral: {} }
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('the page of tallies', () => {
  let here: Installation
  let browser: Browser
  let quarry: RegionId
  let serve: ReturnType<typeof app>
  beforeAll(async () => {
    here = await openInstallation()
    browser = await openBrowser()
    serve = app(here.services)
    await setUpQuarry(here)
    quarry = (await regionIdBySlug(here.services.db, 'quarry'))!
    const { db } = here.services.conversations
    await layTallies(db, here.harbor.regionId, readDemoTallies(`${here.services.root}/demo`))
    await layTallies(db, quarry, [{ monthsAgo: 1, contacts: 7171, notices: 7272, kinds }])
    // Of the month that is still running.
    await here.base.admin.query(
      `insert into support.tally (region_id, month, kind, code, count)
       select $1, date_trunc('month', tailboard.now() at time zone 'UTC')::date, 'contact', 'all', 9393`,
      [here.harbor.regionId],
    )
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await here?.stop()
  })

  async function signedIn(role: Role): Promise<string> {
    const account = await createAccount(here.services.auth, { email: `${role}@team.example`, name: '' })
    await here.services.db.write({ kind: 'system', regionId: here.harbor.regionId }, (tx) =>
      grantRole(tx, account, role, {
        ...(role === 'peer' ? { memberId: here.harbor.members[0]!.id } : {}),
        ...(role === 'agency_contact' ? { agencyId: [...here.harbor.agencies.values()][0]! } : {}),
      }),
    )
    return await signInAs(here.services.auth, account)
  }
  const ask = async (cookie: string, path: string) => {
    const answer = await serve(new Request(`${here.teamUrl}${path}`, { headers: { cookie } }))
    return { status: answer.status, text: await answer.text() }
  }

  it('opens to the clinical director alone, in their menu too', async () => {
    for (const role of roles) {
      const cookie = await signedIn(role)
      const { status } = await ask(cookie, '/harbor/tallies')
      expect([role, status]).toEqual([role, role === 'clinical_director' ? 200 : 404])
      expect((await ask(cookie, '/quarry/tallies')).status).toBe(404)
      const { text } = await ask(cookie, '/harbor/today')
      expect([role, text.includes('href="/harbor/tallies"')]).toEqual([role, role === 'clinical_director'])
      if (status !== 200) continue
      const page = textOf((await ask(cookie, '/harbor/tallies')).text)
      expect(page).toContain('Contacts 47 Limits shown 8')
      // 2, 1 and the zeros count less than 5 together, so the 6 of dispatch is hidden with them.
      expect(page).toContain('Law enforcement 12 Fire 16 EMS 9 Dispatch – not shown')
      expect(page).toContain('a call 14 work 9 family 8 health – not shown')
      expect(page).toContain('by phone 21 face to face 17 in a sealed conversation – not shown')
      expect(page).toMatch(/Limits shown – not shown before/)
      expect(page).toMatch(/\w+ \d{4} – \w+ \d{4} Fewer than 5 contacts in each/)
      expect(page).not.toMatch(/7171|7272|9393/)
      const spanish = textOf((await ask(cookie, '/harbor/tallies?lang=es')).text)
      expect(spanish).toContain('Contactos 47 Límites mostrados 8')
      expect(spanish).not.toMatch(/Contacts|not shown|Fewer/)
    }
  }, 60_000)

  it('looks right, and needs no sideways scrolling', async () => {
    const page = await freshPage(browser)
    await here.services.db.write({ kind: 'system', regionId: here.harbor.regionId }, (tx) =>
      grantRole(tx, here.coordinator, 'clinical_director'),
    )
    await signInCoordinator(here, page)
    await page.getByRole('link', { name: 'Tallies' }).click()
    await page.getByRole('heading', { level: 1, name: 'Tallies' }).waitFor()
    expect(await page.getByRole('row', { name: 'EMS 9' }).isVisible()).toBe(true)
    await look(page, 'tallies')
    await page.getByText(/: 32 contacts/).click()
    await page.getByRole('row', { name: 'by phone 17' }).waitFor()
    await look(page, 'tallies-earlier')
    await fitsWhenZoomed(page)
    await page.goto(`${here.teamUrl}/harbor/tallies?lang=es`)
    await look(page, 'tallies-es')
    await fitsWhenZoomed(page)
  }, 60_000)
})
