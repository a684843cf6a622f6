import { randomUUID } from 'node:crypto'
import { jsx } from 'hono/jsx'
import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  accessHash,
  base64url,
  makeIdentity,
  makeKey,
  publishKey,
  receiptKeys,
} from '../../src/crypto/index.ts'
import type { MemberId } from '../../src/platform/ids.ts'
import type { Region } from '../../src/region/index.ts'
import { closeNow } from '../../src/support/conversation.server.ts'
import { PeersPage } from '../../src/support/PeersPage.tsx'
import { mostReaders } from '../../src/support/peer.ts'
import { bundled } from '../../src/ui/stylesheet.server.ts'
import { openBrowser } from '../harness/browser.ts'
import { type Installation, openInstallation } from '../harness/installation.ts'
import { freshPage, look } from '../harness/journey.ts'
import { peerInNode } from '../harness/peerInNode.ts'

type Peer = Awaited<ReturnType<typeof peerInNode>>
const phone = { viewport: { width: 390, height: 844 } }
const said = 'Can’t sleep since the call.'
const theTeam = '617-555-0142'

describe('the way up to a first message', () => {
  let here: Installation
  let browser: Browser
  let kit: Peer
  let bo: Peer
  let region: string
  beforeAll(async () => {
    here = await openInstallation({ TAILBOARD_DEMO: '1' })
    browser = await openBrowser()
    const { regionId } = here.harbor
    region = regionId
    const { rows } = await here.base.admin.query(
      `select id from roster.member where region_id = $1 and role = 'peer' order by id`,
      [regionId],
    )
    const shown: Peer[] = []
    for (const { id } of rows) {
      const made = await peerInNode(here.services, regionId, id, shown.length === 0 ? 'Kit' : 'Bo')
      const able = await here.base.admin.query(
        'select deployable_until is not null as goes from support.peer where member_id = $1',
        [id],
      )
      if (able.rows[0].goes) shown.push(made)
      else await here.base.admin.query('update support.peer set published = false where member_id = $1', [id])
      if (shown.length === 2) break
    }
    ;[kit, bo] = shown as [Peer, Peer]
    // Bo doesn't say where he serves.
    await serves(kit, 'Alderbrook Police')
  }, 90_000)
  afterAll(async () => {
    await browser?.close()
    await here?.stop()
  })

  const serves = async ({ memberId }: Peer, agency: string | null) =>
    await here.base.admin.query('update support.peer set agency = $1 where member_id = $2', [
      agency,
      memberId,
    ])
  const goOn = (page: Page) => page.getByRole('button', { name: 'Go on', exact: true }).click()
  const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true }).click()
  const text = (page: Page) => page.getByLabel('What do you want to say?')
  const wentOut = (page: Page) => page.getByText('Sent. The first of your peers').waitFor({ timeout: 45_000 })
  const phones = (page: Page) => page.locator('[data-talk]').getByRole('link', { name: theTeam }).count()

  async function limits(before?: (page: Page) => Promise<unknown>, lang = 'en'): Promise<Page> {
    const page = await freshPage(browser, phone)
    await before?.(page)
    await page.goto(`${here.publicUrl}/harbor/support/write?lang=${lang}`)
    await page.locator('button.door').first().click()
    return page
  }
  async function chooser(before?: (page: Page) => Promise<unknown>): Promise<Page> {
    const page = await limits(before)
    await page.getByLabel('I have read what a peer may have to tell').check()
    await goOn(page)
    return page
  }
  async function toMessage(names: readonly string[], before?: (page: Page) => Promise<unknown>) {
    const page = await chooser(before)
    for (const name of names) await page.getByLabel(new RegExp(`^${name}`)).check()
    await goOn(page)
    const words = await page.locator('.seven li').allTextContents()
    await page.getByLabel('I wrote them down').check()
    await goOn(page)
    await text(page).fill(said)
    return { page, words }
  }
  /** Every attempt to begin, as it was sent; `answer` does with it what a network or a server may. */
  async function attempts(page: Page, answer: (route: Route, count: number) => Promise<void>) {
    const forms: URLSearchParams[] = []
    await page.route(/support\/conversation$/, async (route) => {
      if (route.request().method() !== 'POST') return await route.fallback()
      forms.push(new URLSearchParams(route.request().postData() ?? ''))
      await answer(route, forms.length)
    })
    return forms
  }
  const refused = (route: Route, status: number, code: string) =>
    route.fulfill({ status, contentType: 'application/json', body: JSON.stringify({ code }) })
  async function theOne(): Promise<string> {
    const { rows } = await here.base.admin.query('select id from support.conversation')
    expect(rows.length).toBe(1)
    return rows[0].id
  }
  async function end(page: Page): Promise<void> {
    await page.close({ runBeforeUnload: false })
    const { rows } = await here.base.admin.query('select id from support.conversation')
    for (const { id } of rows) await closeNow(here.services.conversations, here.harbor.regionId, id)
  }

  it('sends the very same again when the answer to it was lost, and it is one conversation', async () => {
    const { page } = await toMessage(['Kit', 'Bo'])
    const forms = await attempts(page, async (route, count) => {
      // The first press tries four times; each is stored, and none is answered.
      if (count > 4) return await route.continue()
      await route.fetch()
      await route.abort()
    })
    await send(page)
    await page.getByText('No answer came').waitFor({ timeout: 45_000 })
    expect(await page.getByRole('alert').getByRole('link', { name: theTeam }).count()).toBe(1)
    expect(await text(page).inputValue()).toBe(said)
    await look(page, 'writing-no-answer')
    await send(page)
    await wentOut(page)
    expect(new Set(forms.map(String)).size).toBe(1)
    const id = await theOne()
    await kit.take(id)
    expect(await kit.reads(id)).toEqual([said])
    await end(page)
  }, 90_000)

  it('goes on in what had arrived when the text was changed after a lost answer', async () => {
    const { page } = await toMessage(['Kit'])
    await attempts(page, async (route, count) => {
      if (count > 4) return await route.continue()
      await route.fetch()
      await route.abort()
    })
    await send(page)
    await page.getByText('No answer came').waitFor({ timeout: 45_000 })
    await text(page).fill(`${said} And tired.`)
    await send(page)
    await page.getByText('What you sent first had arrived').waitFor({ timeout: 45_000 })
    await page.locator('.talk .own', { hasText: said }).waitFor()
    expect(await page.getByText('And tired.').count()).toBe(0)
    await look(page, 'writing-had-arrived')
    const id = await theOne()
    await kit.take(id)
    expect(await kit.reads(id)).toEqual([said])
    await end(page)
  }, 90_000)

  it('asks for another puzzle when the one it solved expired, and seals nothing anew', async () => {
    const { page } = await toMessage(['Kit'])
    const forms = await attempts(page, (route, count) =>
      count === 1 ? refused(route, 400, 'puzzle_wrong') : route.continue(),
    )
    await send(page)
    await wentOut(page)
    expect(forms.length).toBe(2)
    expect(new Set(forms.map((form) => form.get('body'))).size).toBe(1)
    expect(new Set(forms.map((form) => form.get('seals'))).size).toBe(1)
    await end(page)
  }, 90_000)

  it('leads back to the peers with the reason, and keeps the words and the text', async () => {
    const { page, words } = await toMessage(['Kit', 'Bo'])
    await attempts(page, (route, count) => {
      if (count === 1) return refused(route, 409, 'key_replaced')
      return count === 2 ? refused(route, 429, 'queue_full') : route.continue()
    })
    await send(page)
    await page.getByText('A peer changed meanwhile').waitFor({ timeout: 45_000 })
    await page.getByRole('heading', { name: 'Whom do you want to write to?' }).waitFor()
    expect(await phones(page)).toBeGreaterThan(0)
    // Whom they had chosen stays chosen.
    expect(await page.locator('[name=peer]:checked').count()).toBe(2)
    await look(page, 'writing-chooses-again')
    await goOn(page)
    expect(await page.locator('.seven').count()).toBe(0)
    expect(await text(page).inputValue()).toBe(said)
    await send(page)
    await page.getByText('Many are waiting for these peers').waitFor({ timeout: 45_000 })
    expect(await phones(page)).toBeGreaterThan(0)
    // All of those were full: none of them is ticked again.
    expect(await page.locator('[name=peer]:checked').count()).toBe(0)
    await page.getByLabel(/^Bo/).check()
    await goOn(page)
    await send(page)
    await wentOut(page)
    const id = await theOne()
    await bo.take(id)
    expect(await bo.reads(id)).toEqual([said])
    const { rows } = await here.base.admin.query('select access_hash from support.conversation')
    const { access } = await receiptKeys(words, region)
    expect(new Uint8Array(rows[0].access_hash)).toEqual(new Uint8Array(await accessHash(access)))
    await end(page)
  }, 90_000)

  it('says how many at most, when more were ticked', async () => {
    const peers = await Promise.all(
      Array.from({ length: mostReaders + 1 }, async (_, index) => {
        const member = randomUUID()
        const identity = await makeIdentity('2026-11-01')
        const record = await publishKey(identity, { region, member }, makeKey(1), '2026-11-01')
        return {
          ...{ memberId: member, shownAs: `Peer ${index}`, professional: false, discipline: 'fire' },
          ...{ agency: null, languages: ['en'], answers: [], onDuty: false, load: 'light' },
          ...{ identityKey: base64url.write(record.identity), identityMadeOn: '2026-11-01' },
          ...{ keyNumber: 1, publicKey: base64url.write(record.key), keyMadeOn: '2026-11-01' },
          signature: base64url.write(record.signature),
        }
      }),
    )
    const page = await chooser((page) =>
      page.route(/support\/keys$/, (route) => route.fulfill({ json: { peers } })),
    )
    await page.locator('[name=peer]').nth(mostReaders).waitFor()
    for (const box of await page.locator('[name=peer]').all()) await box.check()
    await goOn(page)
    await page.getByText(`At most ${mostReaders} can`).waitFor()
    await page.locator('[name=peer]').first().uncheck()
    await goOn(page)
    await page.getByRole('heading', { name: 'Your seven words' }).waitFor()
    await page.close()
  }, 60_000)

  it('says so when this phone can’t do the sealing, and can the next time', async () => {
    const blocked = (page: Page) => page.route(/talkWorker/, (route) => route.abort())
    const { page, words } = await toMessage(['Kit'], blocked)
    await send(page)
    await page.getByText('This phone could not do the sealing').waitFor()
    expect(await page.getByRole('alert').getByRole('link', { name: theTeam }).count()).toBe(1)
    expect(await page.getByRole('button', { name: 'Send', exact: true }).isEnabled()).toBe(true)
    await look(page, 'writing-no-sealing')
    await page.unroute(/talkWorker/)
    await send(page)
    await wentOut(page)

    const back = await freshPage(browser, phone)
    await blocked(back)
    await back.goto(`${here.publicUrl}/harbor/support/write`)
    await back.getByRole('button', { name: /I have seven words/ }).click()
    await back.getByLabel('Type your seven words').fill(words.join(' '))
    const open = back.getByRole('button', { name: 'Open', exact: true })
    await open.click()
    await back.getByText('This phone could not open it').waitFor()
    expect(await open.isEnabled()).toBe(true)
    await back.unroute(/talkWorker/)
    // Nor does it say that something is tried again when nothing is.
    await back.route(/support\/conversation/, (route) => route.abort())
    await open.click()
    await back.getByText('Press “Open” once more').waitFor({ timeout: 30_000 })
    expect(await back.getByText('by itself').count()).toBe(0)
    await back.unroute(/support\/conversation/)
    await open.click()
    await back.getByText(said).waitFor({ timeout: 30_000 })
    await back.close()
    await end(page)
  }, 120_000)

  it('shows what a peer may have to tell where it is acknowledged, in both languages', async () => {
    for (const [lang, lines] of [
      ['en', ['No lawyer has reviewed', 'a danger to your own life', 'whatever a court orders']],
      ['es', ['Ningún abogado ha revisado', 'un peligro para su propia vida', 'lo que ordene un tribunal']],
    ] as const) {
      const page = await limits(undefined, lang)
      const box = page.getByRole('checkbox')
      const below = (await box.boundingBox())!.y
      for (const line of lines) {
        const place = await page.locator('[data-talk]').getByText(line).boundingBox()
        expect([line, place!.y < below]).toEqual([line, true])
      }
      expect(await page.locator('[data-talk] a[href*="/support/limits"]').count()).toBe(1)
      await look(page, `writing-limits-${lang}`)
      await page.close()
    }
    const page = await freshPage(browser, { ...phone, javaScriptEnabled: false })
    await page.goto(`${here.publicUrl}/harbor/support/write`)
    await page.getByText('No lawyer has reviewed').waitFor()
    await page.close()
    // At the start it is not what stands before the two doors.
    const start = await freshPage(browser, phone)
    await start.goto(`${here.publicUrl}/harbor/support/write`)
    await start.locator('button.door').first().waitFor()
    expect(await start.getByText('No lawyer has reviewed').count()).toBe(0)
    await start.close()
  }, 60_000)

  it('leaves out a department with whoever doesn’t say where they serve, and loses no tick by it', async () => {
    const page = await chooser()
    const [ticked, other] = [page.getByLabel(/^Kit/), page.getByLabel(/^Bo/)]
    // By the whole row, which a finger can't miss.
    const row = page.locator('label', { has: page.locator(`[value="${kit.memberId}"]`) })
    expect((await row.boundingBox())!.height).toBeGreaterThanOrEqual(44)
    await ticked.uncheck()
    await other.uncheck()
    await row.getByText('Six words on their card').click()
    expect(await ticked.isChecked()).toBe(true)
    await other.check()
    const leave = page.getByLabel('Leave out peers who serve in')
    await leave.selectOption('Alderbrook Police')
    expect(await page.locator('[name=peer]:visible').count()).toBe(0)
    await page.getByText('1 peer who doesn’t say where they serve is hidden too').waitFor()
    await look(page, 'writing-left-out')
    await goOn(page)
    await page.getByText('Choose at least one.').waitFor()
    await page.getByLabel('Show them').check()
    expect(await page.locator('[name=peer]:visible').count()).toBe(1)
    expect(await other.isChecked()).toBe(true)
    await leave.selectOption('')
    expect([await ticked.isChecked(), await other.isChecked()]).toEqual([true, true])
    await leave.selectOption('Alderbrook Police')
    await goOn(page)
    await page.getByLabel('I wrote them down').check()
    await goOn(page)
    // Kit is ticked, hidden, and not sealed to.
    await page.locator('p', { hasText: /^Bo$/ }).waitFor()
    await page.close()
  }, 60_000)

  it('on the page of all peers too, without a request', async () => {
    const page = await freshPage(browser, phone)
    await page.goto(`${here.publicUrl}/harbor/support/peers`)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const shown = (name: string) => page.locator('.peer:visible', { hasText: name }).count()
    expect([await shown('Kit'), await shown('Bo')]).toEqual([1, 1])
    expect(await page.getByText('where they serve').filter({ visible: true }).count()).toBe(0)
    await page.getByLabel('Alderbrook Police').check()
    expect([await shown('Kit'), await shown('Bo')]).toEqual([0, 0])
    await page.getByText('1 peer who doesn’t say where they serve is hidden too').waitFor()
    await look(page, 'peers-left-out')
    await page.getByLabel('Show them').check()
    expect([await shown('Kit'), await shown('Bo')]).toEqual([0, 1])
    expect(asked).toEqual([])
    await page.close()
  }, 60_000)

  it('leaves out any of a hundred departments there, and says how many more it can’t', async () => {
    const named = (count: number) => `Department ${String(count).padStart(3, '0')}`
    const peers = Array.from({ length: 102 }, (_, count) => ({
      ...{ memberId: randomUUID() as MemberId, onDuty: false, load: 'light' as const, key: null },
      profile: {
        ...{ shownAs: `Peer ${count}`, discipline: 'fire' as const, agency: named(count) },
        ...{ languages: ['en'], lived: [], answers: [], published: true },
      },
    }))
    const of = { slug: 'harbor', teamPhone: theTeam } as Region
    const drawn = String(jsx(PeersPage, { of, peers, write: null, lang: 'en' }))
    const page = await freshPage(browser, phone)
    await page.setContent(`<style>${bundled('public.css')}</style>${drawn}`)
    for (const count of [0, 7, 23, 24, 70, 99]) {
      await page.getByLabel(named(count)).check()
      expect(await page.locator('.peer:visible').count()).toBe(101)
      expect(await page.locator('.peer:visible', { hasText: named(count) }).count()).toBe(0)
    }
    await page.getByText('2 more departments can’t be left out here.').waitFor()
    await page.close()
  }, 60_000)

  it('without a connection says that, and not that nobody is there', async () => {
    const page = await chooser((page) => page.route(/support\/keys$/, (route) => route.abort()))
    await page.getByText('Press “Try again”').waitFor()
    expect(await phones(page)).toBeGreaterThan(0)
    expect(await page.getByText(/by itself|Nobody can be written to/).count()).toBe(0)
    await look(page, 'writing-offline')
    await page.unroute(/support\/keys$/)
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByLabel(/^Kit/).waitFor()
    await page.close()
  }, 60_000)
})
