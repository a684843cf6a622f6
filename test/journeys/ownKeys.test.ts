import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAccount, grantRole } from '../../src/identity/index.server.ts'
import type { MemberId } from '../../src/platform/ids.ts'
import { profileToBegin, saveProfile } from '../../src/support/peerProfile.server.ts'
import { openBrowser } from '../harness/browser.ts'
import { type Installation, openInstallation } from '../harness/installation.ts'
import { fitsWhenZoomed, freshPage, look } from '../harness/journey.ts'
import { signInAs } from '../harness/signIn.ts'

const phone = { viewport: { width: 390, height: 844 } }

describe('a peer’s keys, on a bad connection and after a loss', () => {
  let here: Installation
  let browser: Browser
  let page: Page
  let member: MemberId
  beforeAll(async () => {
    here = await openInstallation({ TAILBOARD_DEMO: '1' })
    browser = await openBrowser()
    page = await freshPage(browser, phone)
    member = await signedIn(page, 'peer', 'keys@peers.example')
  }, 90_000)
  afterAll(async () => {
    await browser?.close()
    await here?.stop()
  })

  async function signedIn(to: Page, role: 'peer' | 'mhp', email: string): Promise<MemberId> {
    const { regionId } = here.harbor
    const { rows } = await here.base.admin.query(
      'select id from roster.member where region_id = $1 and role = $2 order by name limit 1',
      [regionId, role],
    )
    const memberId: MemberId = rows[0].id
    await here.services.db.write({ kind: 'member', memberId, regionId }, async (tx) => {
      const begun = (await profileToBegin(tx, memberId))!
      await saveProfile(tx, memberId, { ...begun, shownAs: 'Kit', published: true })
    })
    const account = await createAccount(here.services.auth, { email, name: '' })
    await here.services.db.write({ kind: 'system', regionId }, (tx) =>
      grantRole(tx, account, 'peer', { memberId }),
    )
    const [name, value] = (await signInAs(here.services.auth, account)).split('=', 2)
    const url = here.teamUrl.replace('http:', 'https:')
    await to.context().addCookies([{ name: name!, value: value!, url, secure: true }])
    return memberId
  }
  const kept = async () =>
    (
      await here.base.admin.query(
        `select p.key_number as number, p.identity_key as identity, r.sealed as keyring,
                (select count(*)::int from support.peer_wrap w where w.member_id = p.member_id) as wraps
           from support.peer p left join support.peer_keyring r using (region_id, member_id) where p.member_id = $1`,
        [member],
      )
    ).rows[0]
  /** What is sent arrives; no answer comes back. */
  const answered: number[] = []
  const loseAnswers = async (count: number) => {
    let lost = 0
    await page.route(/conversations\/keys$/, async (route: Route) => {
      if (route.request().method() !== 'POST' || lost >= count) return await route.continue()
      lost++
      // A browser finds the team's host by itself; whatever else runs here may not.
      const { host, href } = new URL(route.request().url())
      const headers = { ...(await route.request().allHeaders()), host }
      const arrived = await route.fetch({ url: href.replace('team.localhost', '127.0.0.1'), headers })
      answered.push(arrived.status())
      await route.abort()
    })
  }
  const wordsOf = async () => {
    await page.locator('.seven li').last().waitFor()
    return await page.locator('.seven li').allTextContents()
  }
  const unlockWith = async (words: readonly string[]) => {
    await page.getByLabel('Type your seven words').fill(words.join(' '))
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await page.getByText('Nothing waits').waitFor({ timeout: 30_000 })
  }

  it('are the same when they are sent again after an answer was lost', async () => {
    await loseAnswers(4)
    await page.goto(`${here.teamUrl}/harbor/conversations`)
    const words = await wordsOf()
    await page.getByRole('button', { name: 'I wrote them down' }).click()
    await page.getByText('It did not go out').waitFor({ timeout: 45_000 })
    expect(answered).toEqual([200, 200, 200, 200])
    const before = await kept()
    expect(before).toMatchObject({ number: 1, wraps: 1 })
    await page.getByRole('button', { name: 'I wrote them down' }).click()
    await page.getByRole('heading', { name: 'Your six words' }).waitFor({ timeout: 30_000 })
    await page.unrouteAll()
    expect(await kept()).toEqual(before)
    await page.goto(`${here.teamUrl}/harbor/conversations`)
    await unlockWith(words)
  }, 120_000)

  it('are remade after a loss only when that was asked twice, and there is a way back', async () => {
    const before = await kept()
    await page.goto(`${here.teamUrl}/harbor/conversations`)
    await page.getByRole('button', { name: 'My words are lost' }).click()
    await page.getByText('cards that were handed out are void').waitFor()
    await look(page, 'peer-keys-lost')
    await page.getByRole('button', { name: 'Back' }).click()
    await page.getByRole('heading', { name: 'Unlock your conversations' }).waitFor()
    await page.getByRole('button', { name: 'My words are lost' }).click()
    const words = await wordsOf()
    await page.getByRole('button', { name: 'I wrote them down' }).click()
    await page.getByRole('heading', { name: 'Void your cards?' }).waitFor()
    await look(page, 'peer-keys-sure')
    await fitsWhenZoomed(page)
    await page.getByRole('button', { name: 'Back' }).click()
    expect(await wordsOf()).toEqual(words)
    expect(await kept()).toEqual(before)
    await page.getByRole('button', { name: 'I wrote them down' }).click()
    await page.getByRole('button', { name: 'Void my cards and make new keys' }).click()
    await page.getByRole('heading', { name: 'Your six words' }).waitFor({ timeout: 30_000 })
    const after = await kept()
    expect(after).toMatchObject({ number: 2, wraps: 1 })
    expect(after.identity).not.toEqual(before.identity)
    await page.goto(`${here.teamUrl}/harbor/conversations`)
    await unlockWith(words)
  }, 120_000)

  it('that were made in another tab meanwhile are said to be', async () => {
    await page.goto(`${here.teamUrl}/harbor/conversations`)
    await page.getByRole('button', { name: 'My words are lost' }).click()
    await here.base.admin.query('update support.peer set key_number = 7 where member_id = $1', [member])
    await page.getByRole('button', { name: 'I wrote them down' }).click()
    await page.getByRole('button', { name: 'Void my cards and make new keys' }).click()
    await page.getByText('Other keys were made meanwhile').waitFor({ timeout: 30_000 })
    await page.close()
  }, 60_000)

  it('of a professional are for reading along, and their pages say so', async () => {
    const theirs = await freshPage(browser, phone)
    await signedIn(theirs, 'mhp', 'reads@peers.example')
    await theirs.goto(`${here.teamUrl}/harbor/conversations`)
    await theirs.getByRole('button', { name: 'I wrote them down' }).click()
    await theirs.getByRole('heading', { name: 'Your six words' }).waitFor({ timeout: 30_000 })
    await theirs.goto(`${here.teamUrl}/harbor/conversations/card`)
    await theirs.getByText('Mental health professional, ').waitFor()
    expect(await theirs.getByText('Peer supporter').count()).toBe(0)
    await look(theirs, 'professional-card')
    await theirs.goto(`${here.teamUrl}/harbor/conversations/profile`)
    await theirs.getByLabel('Let seekers invite me to read along').waitFor()
    expect(await theirs.getByText('looks for a peer').count()).toBe(0)
    await look(theirs, 'professional-profile')
    await theirs.getByLabel('Let seekers invite me to read along').uncheck()
    await theirs.getByRole('button', { name: 'Keep this' }).click()
    await theirs.getByText('Kept.').waitFor()
    await theirs.goto(`${here.teamUrl}/harbor/conversations`)
    await theirs.getByText('nobody can let you read along').waitFor()
    expect(await theirs.getByText('nobody can write to you').count()).toBe(0)
  }, 90_000)
})
