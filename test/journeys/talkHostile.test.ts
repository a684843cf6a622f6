import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeNow } from '../../src/support/conversation.server.ts'
import { openBrowser } from '../harness/browser.ts'
import { type Installation, openInstallation } from '../harness/installation.ts'
import { fitsWhenZoomed, freshPage, look } from '../harness/journey.ts'
import { tabTo } from '../harness/keyboard.ts'
import { peerInNode } from '../harness/peerInNode.ts'

type Peer = Awaited<ReturnType<typeof peerInNode>>
const phone = { viewport: { width: 390, height: 844 } }
const said = 'Can’t sleep since the call.'

describe('a seeker’s page, and a server or a network that is not to be trusted', () => {
  let here: Installation
  let browser: Browser
  let kit: Peer
  let bo: Peer
  beforeAll(async () => {
    here = await openInstallation({ TAILBOARD_DEMO: '1' })
    browser = await openBrowser()
    const { regionId } = here.harbor
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
  }, 90_000)
  afterAll(async () => {
    await browser?.close()
    await here?.stop()
  })

  /** Up to the first message, written to these. */
  async function writeTo(names: readonly string[]): Promise<{ page: Page; words: string[]; id: string }> {
    const page = await freshPage(browser, phone)
    await page.goto(`${here.publicUrl}/harbor/support/write`)
    await page.getByRole('button', { name: /Write to somebody new/ }).click()
    await page.getByLabel('I have read what a peer may have to tell').check()
    await page.getByRole('button', { name: 'Go on' }).click()
    for (const name of names) await page.getByLabel(new RegExp(`^${name}`)).check()
    await page.getByRole('button', { name: 'Go on' }).click()
    const words = await page.locator('.seven li').allTextContents()
    await page.getByLabel('I wrote them down').check()
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByLabel('What do you want to say?').fill(said)
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('Sent. The first of your peers').waitFor({ timeout: 45_000 })
    const { rows } = await here.base.admin.query(
      'select id from support.conversation where claimed_by is null',
    )
    return { page, words, id: rows[0].id }
  }
  async function end(page: Page, id: string): Promise<void> {
    await page.close({ runBeforeUnload: false })
    await closeNow(here.services.conversations, here.harbor.regionId, id)
  }
  /** What the server would say, changed on its way. */
  const changed = (page: Page, change: (body: Record<string, unknown>) => void) =>
    page.route(/support\/conversation\?/, async (route: Route) => {
      const answer = await route.fetch()
      if (!answer.ok()) return await route.fulfill({ response: answer })
      const body = await answer.json()
      change(body)
      await route.fulfill({ response: answer, json: body })
    })

  it('shows the six words of each peer before it seals, and the right ones', async () => {
    const page = await freshPage(browser, phone)
    await page.goto(`${here.publicUrl}/harbor/support/write`)
    await page.getByRole('button', { name: /Write to somebody new/ }).click()
    await page.getByLabel('I have read what a peer may have to tell').check()
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByText(kit.six.join(' ')).waitFor()
    await page.getByText(bo.six.join(' ')).waitFor()
    await page.close()
  }, 60_000)

  it('seals to nobody whose key is not what their identity signed', async () => {
    const page = await freshPage(browser, phone)
    await page.route(/support\/keys$/, async (route) => {
      const answer = await route.fetch()
      const body = await answer.json()
      const [one, other] = body.peers
      body.peers = [{ ...one, publicKey: other.publicKey }, other]
      await route.fulfill({ response: answer, json: body })
    })
    await page.goto(`${here.publicUrl}/harbor/support/write`)
    await page.getByRole('button', { name: /Write to somebody new/ }).click()
    await page.getByLabel('I have read what a peer may have to tell').check()
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.locator('[name=peer]').first().waitFor()
    expect(await page.locator('[name=peer]').count()).toBe(1)
    await page.close()
  }, 60_000)

  it('goes no further when the server names a peer who was not written to', async () => {
    const { page, id } = await writeTo(['Kit'])
    await changed(page, (body) => {
      body.claimedBy = bo.memberId
    })
    await page.getByText('The server names somebody you did not write to').waitFor({ timeout: 20_000 })
    expect(await page.getByRole('button', { name: 'Send' }).count()).toBe(0)
    expect(await page.getByRole('link', { name: '617-555-0142' }).count()).toBeGreaterThan(0)
    await look(page, 'talk-false-peer')
    await end(page, id)
  }, 90_000)

  it('says so when an answer was changed on its way, and takes in what was right', async () => {
    const { page, id } = await writeTo(['Kit'])
    await kit.take(id)
    await page.getByText('Kit has it.').waitFor({ timeout: 20_000 })
    await changed(page, (body) => {
      const messages = body.messages as { side: string; body: string }[]
      body.messages = messages.map((one) =>
        one.side === 'peer'
          ? { ...one, body: `${one.body.slice(0, -2)}${one.body.endsWith('AA') ? 'BB' : 'AA'}` }
          : one,
      )
    })
    await kit.says(id, 'I am here.')
    await page.getByText('What came can’t be right').waitFor({ timeout: 20_000 })
    expect(await page.getByText('I am here.').count()).toBe(0)
    expect(await page.getByText(said).count()).toBe(1)
    await end(page, id)
  }, 90_000)

  it('answers under a key that was made for the two alone, and is opened by the peer', async () => {
    const { page, id } = await writeTo(['Kit', 'Bo'])
    await bo.take(id)
    await page.getByText('Bo has it.').waitFor({ timeout: 20_000 })
    await page.getByLabel('What do you want to say?').fill('Only for you.')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('Only for you.').waitFor()
    expect(await bo.reads(id)).toEqual([said, 'Only for you.'])
    const { rows } = await here.base.admin.query(
      `select get_byte(body, 9) as key from support.message where conversation_id = $1 order by place`,
      [id],
    )
    expect(rows.map((row) => row.key)).toEqual([1, 2])
    await end(page, id)
  }, 90_000)

  it('keeps what was typed while there is no connection, and sends it once', async () => {
    const { page, id } = await writeTo(['Kit'])
    await page.context().setOffline(true)
    await page.getByLabel('What do you want to say?').fill('Still awake.')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('It did not go out').waitFor({ timeout: 30_000 })
    expect(await page.getByLabel('What do you want to say?').inputValue()).toBe('Still awake.')
    await page.context().setOffline(false)
    await page.getByRole('button', { name: 'Send' }).click()
    await expect.poll(() => page.locator('.talk .own').count(), { timeout: 20_000 }).toBe(2)
    await kit.take(id)
    expect(await kit.reads(id)).toEqual([said, 'Still awake.'])
    await end(page, id)
  }, 90_000)

  it('lets two tabs write in turn, and loses neither', async () => {
    const { page, words, id } = await writeTo(['Kit'])
    const other = await freshPage(browser, phone)
    await other.goto(`${here.publicUrl}/harbor/support/write`)
    await other.getByRole('button', { name: /I have seven words/ }).click()
    await other.getByLabel('Type your seven words').fill(words.join(' '))
    await other.getByRole('button', { name: 'Open', exact: true }).click()
    await other.getByText(said).waitFor({ timeout: 30_000 })
    await other.getByLabel('What do you want to say?').fill('From the other tab.')
    await other.getByRole('button', { name: 'Send' }).click()
    await other.getByText('From the other tab.').waitFor()
    await page.getByLabel('What do you want to say?').fill('From the first one.')
    await page.getByRole('button', { name: 'Send' }).click()
    await expect.poll(() => page.locator('.talk .own').count(), { timeout: 20_000 }).toBe(3)
    await kit.take(id)
    expect(await kit.reads(id)).toEqual([said, 'From the other tab.', 'From the first one.'])
    // Both tabs see the claim and want to make the next key: one does, the other takes it over.
    for (const tab of [page, other]) await tab.getByText('Kit has it.').waitFor({ timeout: 20_000 })
    await kit.says(id, 'Here I am.')
    for (const tab of [page, other]) await tab.getByText('Here I am.').waitFor({ timeout: 20_000 })
    await other.getByLabel('What do you want to say?').fill('Good.')
    await other.getByRole('button', { name: 'Send' }).click()
    await page.getByText('Good.').waitFor({ timeout: 20_000 })
    expect((await kit.reads(id)).at(-1)).toBe('Good.')
    await other.close()
    await end(page, id)
  }, 120_000)

  it('sends once what had arrived although its answer was lost', async () => {
    const { page, id } = await writeTo(['Kit'])
    await kit.take(id)
    await page.getByText('Kit has it.').waitFor({ timeout: 20_000 })
    let lost = 0
    await page.route(/conversation\/messages$/, async (route) => {
      await route.fetch()
      lost++
      await route.abort()
    })
    await page.getByLabel('What do you want to say?').fill('Only once.')
    await page.getByRole('button', { name: 'Send' }).click()
    await expect.poll(() => lost, { timeout: 20_000 }).toBe(4)
    await page.unroute(/conversation\/messages$/)
    // Found in what is new, it is sent, and the field is empty without another press.
    const field = page.getByLabel('What do you want to say?')
    await expect.poll(() => field.inputValue(), { timeout: 20_000 }).toBe('')
    expect(await kit.reads(id)).toEqual([said, 'Only once.'])
    expect(await page.locator('.talk li').count()).toBe(2)
    await end(page, id)
  }, 90_000)

  it('says that it did not go out while nothing tells of it, and sends it once at a second press', async () => {
    const { page, id } = await writeTo(['Kit'])
    await kit.take(id)
    await page.getByText('Kit has it.').waitFor({ timeout: 20_000 })
    // What is new can't be looked up either, so the page can't find it there.
    await page.route(/support\/conversation\?/, (route) => route.abort())
    await page.route(/conversation\/messages$/, async (route) => {
      await route.fetch()
      await route.abort()
    })
    const field = page.getByLabel('What do you want to say?')
    await field.fill('Only once.')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('It did not go out').waitFor({ timeout: 20_000 })
    expect(await field.inputValue()).toBe('Only once.')
    await page.unroute(/conversation\/messages$/)
    await page.getByRole('button', { name: 'Send' }).click()
    await expect.poll(() => field.inputValue(), { timeout: 20_000 }).toBe('')
    expect(await page.getByText('It did not go out').count()).toBe(0)
    await page.unroute(/support\/conversation\?/)
    expect(await kit.reads(id)).toEqual([said, 'Only once.'])
    expect(await page.locator('.talk .own').count()).toBe(2)
    await end(page, id)
  }, 90_000)

  it('believes nobody whom the newest key was not sealed to, nor another one’s key for whoever has it', async () => {
    // Bo's own, rightly signed: the six words would fit Bo's card.
    const { peers } = await (await fetch(`${here.publicUrl}/harbor/support/keys`)).json()
    const bos = peers.find((one: { memberId: string }) => one.memberId === bo.memberId)
    for (const lie of [
      (body: Record<string, unknown>) => {
        body.claimedBy = bo.memberId
      },
      (body: Record<string, unknown>) => {
        body.holder = bos
      },
    ]) {
      const { page, id } = await writeTo(['Kit'])
      await kit.take(id)
      await page.getByText('Kit has it.').waitFor({ timeout: 20_000 })
      await changed(page, lie)
      await page
        .getByText(/The server names somebody you did not write to|Kit has it/)
        .first()
        .waitFor({ timeout: 20_000 })
      await page.getByText('The server names somebody you did not write to').waitFor({ timeout: 20_000 })
      await end(page, id)
    }
  }, 120_000)

  it('goes on with another peer, who reads what was written before only if it was shown', async () => {
    const { page, id } = await writeTo(['Kit'])
    await kit.take(id)
    await page.getByText('Kit has it.').waitFor({ timeout: 20_000 })
    await page.getByRole('button', { name: 'Go on with another peer' }).click()
    await page.getByLabel(/^Bo/).check()
    await page.getByLabel('Show them everything so far').check()
    // A second press while it is sealed makes no second key.
    await page.getByRole('button', { name: 'Go on', exact: true }).dblclick()
    await page.getByText('Sent. The first of your peers').waitFor({ timeout: 20_000 })
    // It waits for Bo, who hears of it: nobody has it before they took it.
    await expect(bo.reads(id)).rejects.toThrow('not_open')
    const bosMail = (
      await here.base.admin.query('select email from roster.member where id = $1', [bo.memberId])
    ).rows[0].email
    await expect
      .poll(() => here.services.mailbox!.mails.filter((one) => one.to === bosMail).length)
      .toBeGreaterThan(0)
    await bo.take(id)
    await page.getByText('Bo has it.').waitFor({ timeout: 20_000 })
    await page.getByText('From here on only you two').waitFor()
    expect(await bo.reads(id)).toEqual([said])
    await expect(kit.reads(id)).rejects.toThrow('not_open')
    await end(page, id)
  }, 90_000)

  it('lets a professional read along, and no longer than the seeker wants', async () => {
    const { regionId } = here.harbor
    const { rows } = await here.base.admin.query(
      `select id from roster.member where region_id = $1 and role = 'mhp' order by id`,
      [regionId],
    )
    const lou = await peerInNode(here.services, regionId, rows[0].id, 'Lou')
    await here.base.admin.query(
      `update support.peer set deployable_until = '9999-12-31' where member_id = $1`,
      [lou.memberId],
    )
    const { page, id } = await writeTo(['Kit'])
    // Nobody looks for a professional here; they are asked along.
    await kit.take(id)
    await page.getByText('Kit has it.').waitFor({ timeout: 20_000 })
    await page.getByText('Only you two hold the key.', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Let a professional read along' }).click()
    await page.getByLabel(/^Lou/).check()
    expect(await page.locator('[name=peer]').count()).toBe(1)
    await look(page, 'talk-consult')
    await page.getByRole('button', { name: 'Go on', exact: true }).click()
    await page.getByText('A professional reads along').waitFor({ timeout: 20_000 })
    await page.getByText('Only you, your peer and whoever you let').waitFor()
    await look(page, 'talk-along')
    // Not shown what was written before: that stays locked, and what comes is read.
    await page.getByLabel('What do you want to say?').fill('Is it normal?')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('Is it normal?').waitFor()
    expect(await kit.reads(id)).toEqual([said, 'Is it normal?'])
    expect(await lou.reads(id)).toEqual([null, 'Is it normal?'])
    await page.getByRole('button', { name: 'Stop the professional from reading' }).click()
    // What Lou read stays read, and the page doesn't say otherwise.
    await page.getByText('From here on only you two').waitFor({ timeout: 20_000 })
    await expect(lou.reads(id)).rejects.toThrow('not_open')
    expect(await kit.reads(id)).toEqual([said, 'Is it normal?'])
    await end(page, id)
    await here.base.admin.query('update support.peer set published = false where member_id = $1', [
      lou.memberId,
    ])
  }, 90_000)

  it('says that protection may have ended when a peer’s papers do, and offers another', async () => {
    const { page, id } = await writeTo(['Kit'])
    await kit.take(id)
    await page.getByText('Kit has it.').waitFor({ timeout: 20_000 })
    const until = (day: string) =>
      here.base.admin.query('update support.peer set deployable_until = $1 where member_id = $2', [
        day,
        kit.memberId,
      ])
    await until('2020-01-01')
    await page.getByText('The law’s protection of what you write may have ended').waitFor({ timeout: 20_000 })
    await expect(kit.reads(id)).rejects.toThrow('lapsed')
    await look(page, 'talk-lapsed')
    await page.getByRole('button', { name: 'Go on with another peer' }).first().click()
    await page.getByLabel(/^Bo/).check()
    await page.getByRole('button', { name: 'Go on', exact: true }).click()
    await page.getByText('Sent. The first of your peers').waitFor({ timeout: 20_000 })
    await bo.take(id)
    await page.getByText('Bo has it.').waitFor({ timeout: 20_000 })
    await until('9999-12-31')
    await end(page, id)
  }, 90_000)

  it('goes on with a peer who lost their keys only once the new six words were compared', async () => {
    const { page, id } = await writeTo(['Bo'])
    await bo.take(id)
    await page.getByText('Bo has it.').waitFor({ timeout: 20_000 })
    const again = await peerInNode(here.services, here.harbor.regionId, bo.memberId, 'Bo', 2)
    await page.getByText('Bo lost their keys and can’t read').waitFor({ timeout: 20_000 })
    await expect(again.reads(id)).rejects.toThrow('new_keys')
    // Three days later.
    await here.base.admin.query('update support.peer set quiet_until = null where member_id = $1', [
      bo.memberId,
    ])
    await page.getByText('Compare these six words').waitFor({ timeout: 20_000 })
    expect(await page.locator('.six').textContent()).toBe(again.six.join(' '))
    await look(page, 'talk-new-identity')
    await expect(again.reads(id)).rejects.toThrow('not-for-these-keys')
    await page.getByRole('button', { name: 'The six words fit: go on with Bo' }).click()
    await page.getByText('Bo has it.').waitFor({ timeout: 20_000 })
    // What was written before is shown only if it was ticked.
    expect(await again.reads(id)).toEqual([null])
    bo = again
    await end(page, id)
  }, 90_000)

  it('says when nobody saw it for ten minutes, and when nobody answered for fifteen', async () => {
    const { page, words, id } = await writeTo(['Kit'])
    const wrote = Date.now()
    const later = (minutes: number) => page.clock.setFixedTime(wrote + minutes * 60_000)
    expect(await page.getByText('Nobody has seen this yet').count()).toBe(0)
    await later(11)
    await page.getByText('Nobody has seen this yet').waitFor({ timeout: 20_000 })
    await kit.take(id)
    await page.getByText('Kit has it.').waitFor({ timeout: 20_000 })
    await later(27)
    await page.getByText('Kit has not answered for a quarter of an hour').waitFor({ timeout: 20_000 })
    // Whoever comes back by the words is told at once, and not after another quarter of an hour.
    const back = await freshPage(browser, phone)
    await back.clock.setFixedTime(wrote + 27 * 60_000)
    await back.goto(`${here.publicUrl}/harbor/support/write`)
    await back.getByRole('button', { name: /I have seven words/ }).click()
    await back.getByLabel('Type your seven words').fill(words.join(' '))
    await back.getByRole('button', { name: 'Open', exact: true }).click()
    await back.getByText('Kit has not answered for a quarter of an hour').waitFor({ timeout: 30_000 })
    // An answer ends it, though the peer's clock is days behind.
    await kit.says(id, 'Here I am.')
    await back.getByText('Here I am.').waitFor({ timeout: 20_000 })
    await back.getByText('Kit has it.').waitFor({ timeout: 20_000 })
    await back.close()
    await end(page, id)
  }, 90_000)

  it('is written and closed by keyboard alone, at 400 %, where nothing can be stored; Back asks first', async () => {
    const page = await freshPage(browser, phone)
    await page.addInitScript(() => {
      const refused = () => {
        throw new DOMException('blocked', 'SecurityError')
      }
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(globalThis, name, { get: refused })
      Object.defineProperty(Document.prototype, 'cookie', { get: refused, set: refused })
    })
    await page.goto(`${here.publicUrl}/harbor/support`)
    await page.goto(`${here.publicUrl}/harbor/support/write`)
    const press = async (name: string | RegExp, key = 'Enter') => {
      await tabTo(page, name)
      await page.keyboard.press(key)
    }
    await fitsWhenZoomed(page)
    await press('Write to somebody new')
    await fitsWhenZoomed(page)
    await press('I have read what a peer may have to tell', 'Space')
    await press('Go on')
    await page.getByText(kit.six.join(' ')).waitFor()
    await fitsWhenZoomed(page)
    await press(/^Kit/, 'Space')
    await press('Go on')
    await fitsWhenZoomed(page)
    await press('I wrote them down', 'Space')
    await press('Go on')
    await tabTo(page, 'What do you want to say?')
    await page.keyboard.type(said)
    await fitsWhenZoomed(page)
    // Back, with something typed: asked first, and kept when one stays.
    const asked = new Promise<string>((resolve) =>
      page.once('dialog', async (dialog) => {
        await dialog.dismiss()
        resolve(dialog.type())
      }),
    )
    await page.goBack({ timeout: 3000 }).catch(() => null)
    expect(await asked).toBe('beforeunload')
    expect(await page.getByLabel('What do you want to say?').inputValue()).toBe(said)
    await press('Send')
    await page.getByText('Sent. The first of your peers').waitFor({ timeout: 45_000 })
    await fitsWhenZoomed(page)
    await press('Close for good')
    await press('Close for good')
    await page.getByText('Nobody had taken it').waitFor({ timeout: 20_000 })
    await page.close()
  }, 90_000)

  it('says what words that open nothing may mean, and what to do', async () => {
    const { page, words, id } = await writeTo(['Kit'])
    await end(page, id)
    const back = await freshPage(browser, phone)
    await back.goto(`${here.publicUrl}/harbor/support/write?lang=es`)
    await back.getByRole('button', { name: /Tengo siete palabras/ }).click()
    await back.getByLabel('Escriba sus siete palabras').fill(`${words.slice(0, 6).join(' ')} zomo`)
    await back.getByRole('button', { name: 'Abrir', exact: true }).click()
    await back.getByText('La palabra 7, «zomo»').waitFor()
    await back.getByLabel('Escriba sus siete palabras').fill(words.join(' '))
    await back.getByRole('button', { name: 'Abrir', exact: true }).click()
    await back.getByText('Nada está abierto con estas palabras').waitFor({ timeout: 30_000 })
    expect(await back.getByRole('link', { name: '617-555-0142' }).count()).toBeGreaterThan(0)
    await look(back, 'write-not-open')
    await back.close()
  }, 90_000)
})
