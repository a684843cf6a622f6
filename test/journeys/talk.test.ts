import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAccount, grantRole } from '../../src/identity/index.server.ts'
import { openBrowser } from '../harness/browser.ts'
import { everyByteOf, placesWith } from '../harness/everyByte.ts'
import { type Installation, openInstallation } from '../harness/installation.ts'
import { freshPage, look, withAuthenticator } from '../harness/journey.ts'
import { signInAs } from '../harness/signIn.ts'

const phone = { viewport: { width: 390, height: 844 } }

describe('somebody who can’t sleep, and a peer', () => {
  let here: Installation
  let browser: Browser
  let peer: Page
  let seeker: Page
  let drawn: string[] = []
  let peersWords: string[] = []
  const sent: { readonly url: string; readonly headers: Record<string, string>; readonly body: string }[] = []
  beforeAll(async () => {
    // The fictional region: no counsel dated the law outside of it.
    here = await openInstallation({ TAILBOARD_DEMO: '1' })
    browser = await openBrowser()
    peer = await freshPage(browser, phone)
    const able = await here.base.admin.query(
      `select m.id from roster.member m join region.agency a on a.region_id = m.region_id and a.id = m.agency_id
        where m.region_id = $1 and m.role = 'peer' and a.name = 'Alderbrook Police' order by m.id`,
      [here.harbor.regionId],
    )
    const account = await createAccount(here.services.auth, {
      email: 'mike.r@peers.example',
      name: 'Mike R.',
    })
    await here.services.db.write({ kind: 'system', regionId: here.harbor.regionId }, (tx) =>
      grantRole(tx, account, 'peer', { memberId: able.rows[0].id }),
    )
    const [name, value] = (await signInAs(here.services.auth, account)).split('=', 2)
    const url = here.teamUrl.replace('http:', 'https:')
    await peer.context().addCookies([{ name: name!, value: value!, url, secure: true }])
    seeker = await freshPage(browser, phone)
    seeker.on('request', (request) => {
      sent.push({ url: request.url(), headers: request.headers(), body: request.postData() ?? '' })
    })
  }, 90_000)
  afterAll(async () => {
    await browser?.close()
    await here?.stop()
  })
  const wordsOf = async (page: Page) => await page.locator('.seven li').allTextContents()

  it('the peer says what others see, and makes keys that only seven words open', async () => {
    await peer.goto(`${here.teamUrl}/harbor/conversations`)
    await peer.getByText('Say first what others see of you').waitFor()
    await look(peer, 'conversations-new')
    await peer.getByRole('link', { name: 'What others see of you' }).click()
    await peer.getByLabel('Shown as').fill('')
    await peer.getByRole('button', { name: 'Keep this' }).click()
    await peer.getByText('Give a name of 1 to 40 letters').first().waitFor()
    await peer.getByLabel('Shown as').fill('Mike')
    await peer.getByLabel('the death of a child on a call').check()
    await peer.getByLabel('at night').check()
    await peer.getByLabel('Show me to whoever looks for a peer').check()
    await peer.getByRole('button', { name: 'Keep this' }).click()
    await peer.getByText('Kept.').waitFor()
    await look(peer, 'peer-profile')
    await peer.getByRole('link', { name: 'Conversations' }).first().click()
    await peer.getByRole('heading', { name: 'Make your keys' }).waitFor()
    peersWords = await wordsOf(peer)
    expect(peersWords).toHaveLength(7)
    await look(peer, 'peer-keys')
    await peer.getByRole('button', { name: 'I wrote them down' }).click()
    await peer.getByRole('heading', { name: 'Your six words' }).waitFor({ timeout: 30_000 })
    await peer.getByRole('button', { name: 'Go on' }).click()
    await peer.getByText('Nothing waits').waitFor()
    const six = await ownSix()
    await peer.goto(`${here.teamUrl}/harbor/conversations/card`)
    expect(await peer.locator('.six').textContent()).toBe(six)
    expect((await peer.locator('.six').textContent())!.split(' ')).toHaveLength(6)
    await look(peer, 'peer-card')
  }, 90_000)

  /** What the peer's own keys say, and not the server. */
  async function ownSix(): Promise<string | null> {
    await peer.getByRole('button', { name: 'What opens your keys' }).click()
    await peer.getByRole('heading', { name: 'What opens your keys' }).waitFor()
    return await peer.locator('.six').textContent()
  }

  it('a passkey of theirs opens the same keys, and the words go on doing it', async () => {
    await withAuthenticator(peer)
    await peer.goto(`${here.teamUrl}/account/passkeys/new`)
    await peer.getByLabel('A name for it').fill('my phone')
    await peer.getByRole('button', { name: 'Make a passkey' }).click()
    await peer.waitForURL((url) => !url.pathname.includes('passkeys'))
    await peer.goto(`${here.teamUrl}/harbor/conversations`)
    await peer.getByLabel('Type your seven words').fill(peersWords.join(' '))
    await peer.getByRole('button', { name: 'Open', exact: true }).click()
    await peer.getByText('Nothing waits').waitFor({ timeout: 30_000 })
    const six = await ownSix()
    await peer.getByRole('button', { name: 'Open with my passkey from now on' }).click()
    await peer.getByText('A passkey, added').waitFor({ timeout: 15_000 })
    expect(await peer.getByText('Seven words, made').count()).toBe(1)
    await look(peer, 'peer-ways')
    await peer.goto(`${here.teamUrl}/harbor/conversations`)
    await peer.getByRole('button', { name: 'Open with your passkey' }).waitFor()
    await look(peer, 'conversations-locked-passkey')
    await peer.getByRole('button', { name: 'Open with your passkey' }).click()
    await peer.getByText('Nothing waits').waitFor({ timeout: 15_000 })
    expect(await ownSix()).toBe(six)
  }, 90_000)

  it('the seeker finds them, without an account, and writes', async () => {
    await seeker.goto(`${here.publicUrl}/harbor/support/peers`)
    await seeker.getByRole('heading', { name: 'Mike' }).waitFor()
    await look(seeker, 'peers')
    await seeker.goto(`${here.publicUrl}/harbor/support`)
    await seeker.getByRole('link', { name: /^Write to a peer/ }).click()
    await seeker.getByRole('button', { name: /Write to somebody new/ }).waitFor()
    await look(seeker, 'write-start')
    await seeker.getByRole('button', { name: /Write to somebody new/ }).click()
    await seeker.getByRole('button', { name: 'Go on' }).click()
    await seeker.getByText('Read it first, then tick').waitFor()
    await seeker.getByLabel('I have read what a peer may have to tell').check()
    await seeker.getByRole('button', { name: 'Go on' }).click()
    await seeker.getByLabel(/^Mike/).check()
    await look(seeker, 'write-peers')
    await seeker.getByRole('button', { name: 'Go on' }).click()
    drawn = await wordsOf(seeker)
    expect(new Set(drawn).size).toBe(7)
    await look(seeker, 'write-words')
    await seeker.getByLabel('I wrote them down').check()
    await seeker.getByRole('button', { name: 'Go on' }).click()
    await seeker.getByLabel('What do you want to say?').fill('Can’t sleep since the call on Sunday.')
    await look(seeker, 'write-message')
    await seeker.getByRole('button', { name: 'Send' }).click()
    await seeker.getByText('Sent. The first of your peers').waitFor({ timeout: 45_000 })
    await look(seeker, 'talk-waiting')
  }, 120_000)

  it('the peer unlocks, takes it, and both talk', async () => {
    await peer.route(/talkWorker/, (route) => route.abort())
    await peer.goto(`${here.teamUrl}/harbor/conversations`)
    await peer.getByLabel('Type your seven words').fill('abacus zoom wrong')
    await peer.getByRole('button', { name: 'Open with the words' }).click()
    await peer
      .getByRole('alert')
      .getByText(/Word 3|there are seven/)
      .waitFor()
    await peer.getByLabel('Type your seven words').fill(peersWords.join(' - ').toUpperCase())
    await peer.getByRole('button', { name: 'Open with the words' }).click()
    await peer.getByText('This phone could not open it').waitFor()
    await peer.unroute(/talkWorker/)
    await peer.getByRole('button', { name: 'Open with the words' }).click()
    await peer.getByText('Somebody waits').waitFor({ timeout: 30_000 })
    await look(peer, 'peer-waits')
    await peer.getByRole('button', { name: 'Take it' }).click()
    await peer.getByText('Can’t sleep since the call on Sunday.').waitFor()
    await seeker.getByText('Mike has it.').waitFor()
    await peer
      .getByLabel('What do you want to say?')
      .fill('I’m here. Glad you wrote. Are you safe right now?')
    await peer.getByRole('button', { name: 'Send' }).click()
    await seeker.getByText('Are you safe right now?').waitFor({ timeout: 20_000 })
    await seeker.getByLabel('What do you want to say?').fill('Yeah. Home. Just tired of seeing it.')
    await seeker.getByRole('button', { name: 'Send' }).click()
    await peer.getByText('Just tired of seeing it.').waitFor({ timeout: 20_000 })
    await look(seeker, 'talk-seeker')
    await look(peer, 'talk-peer')
    // The answer went out under a key that was made for the two after the claim.
    const { rows } = await here.base.admin.query(
      `select side, number, get_byte(body, 9) as content_key from support.message order by place`,
    )
    expect(rows.map((row) => [row.side, row.number, row.content_key])).toEqual([
      ['seeker', 1, 1],
      ['peer', 1, 2],
      ['seeker', 2, 2],
    ])
  }, 120_000)

  it('of what was said, and of what opens it, nothing stands anywhere that we keep', async () => {
    here.services.log.warn('a line that is logged')
    const places = await everyByteOf(here)
    const { rows } = await here.base.admin.query(
      `select m.body, c.id, c.access_hash from support.message m
         join support.conversation c on c.region_id = m.region_id and c.id = m.conversation_id
        order by m.place limit 1`,
    )
    const [{ body, id, access_hash: accessHash }] = rows
    // What is kept is found, so that what isn't found is not kept.
    expect(placesWith(places, body.subarray(0, 40))).toEqual(['data', 'write-ahead log', 'archive'])
    expect(placesWith(places, Buffer.from('Mike'))).toContain('data')
    expect(placesWith(places, Buffer.from(id))).toContain('keys and secrets')
    expect(placesWith(places, Buffer.from('a line that is logged'))).toEqual(['log'])
    const receipts = new Set(sent.map(({ headers }) => headers['x-tailboard-access'] ?? ''))
    receipts.delete('')
    expect(receipts.size).toBe(1)
    for (const receipt of receipts) {
      const secret = Buffer.from(receipt, 'base64url')
      expect(createHash('sha256').update(secret).digest()).toEqual(accessHash)
      expect(placesWith(places, secret)).toEqual([])
    }
    for (const said of ['since the call on Sunday', 'Are you safe right now', 'tired of seeing it'])
      expect([said, placesWith(places, Buffer.from(said))]).toEqual([said, []])
    for (const words of [drawn, peersWords])
      for (const between of [' ', '-', ',', '","'])
        expect(placesWith(places, Buffer.from(words.slice(0, 3).join(between)))).toEqual([])
  }, 60_000)

  it('the words are the way back in, and closing ends it for both', async () => {
    await seeker.goto(`${here.publicUrl}/harbor/support/write`)
    await seeker.getByRole('button', { name: /I have seven words/ }).click()
    await seeker.getByLabel('Type your seven words').fill(drawn.slice(0, 6).join(' '))
    await seeker.getByRole('button', { name: 'Open', exact: true }).click()
    await seeker.getByText('Those are 6 words').waitFor()
    await seeker.getByLabel('Type your seven words').fill(drawn.join('-'))
    await seeker.getByRole('button', { name: 'Open', exact: true }).click()
    await seeker.getByText('Are you safe right now?').waitFor({ timeout: 30_000 })
    expect(await seeker.locator('.talk li').count()).toBe(3)
    await seeker.getByRole('button', { name: 'Close for good' }).click()
    await seeker.getByText('Nobody can open it').waitFor()
    await seeker.getByRole('button', { name: 'Close for good' }).click()
    await seeker.getByRole('heading', { name: 'Closed' }).waitFor()
    await look(seeker, 'talk-closed')
    await peer.getByRole('heading', { name: 'Closed' }).waitFor({ timeout: 20_000 })
    const { rows } = await here.base.admin.query('select 1 from support.conversation')
    expect(rows).toEqual([])
  }, 120_000)

  it('afterwards the peer counts the talk in one tap, with nobody in it', async () => {
    await peer.goto(`${here.teamUrl}/harbor/conversations`)
    await look(peer, 'conversations-locked')
    await peer.goto(`${here.teamUrl}/harbor/conversations/tally`)
    await look(peer, 'tally')
    await peer.getByRole('button', { name: 'Count it' }).click()
    await peer.getByText('Counted').waitFor()
    await look(peer, 'tally-counted')
  })

  it('all of it is light enough for an old phone on a weak connection', async () => {
    const whole = await (await fetch(`${here.publicUrl}/harbor/support/write`)).text()
    const seen = new Set([
      '/harbor/support/write',
      ...[...whole.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, one]) => one!),
    ])
    let sum = 0
    for (const path of seen) {
      const text = await (await fetch(here.publicUrl + path)).text()
      sum += gzipSync(text).length
      // What a script loads besides.
      for (const [, part] of text.matchAll(/from\s?"\.\/([\w-]+\.js)"/g)) seen.add(`/assets/${part}`)
    }
    expect(seen.size).toBeGreaterThan(4)
    expect([sum, sum < 90_000]).toEqual([sum, true])
  })

  it('and the seeker’s browser sent no cookie, kept nothing, and told nobody else anything', async () => {
    const hosts = new Set(sent.map(({ url }) => new URL(url).host))
    expect([...hosts]).toEqual([new URL(here.publicUrl).host])
    for (const { headers, body, url } of sent) {
      expect(headers.cookie).toBeUndefined()
      expect(headers.referer ?? '').toBe('')
      for (const secret of ['sleep', 'tired', ...drawn]) expect(`${url} ${body}`).not.toContain(secret)
    }
    const kept = await seeker.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      cookie: document.cookie,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      databases: (await indexedDB.databases()).length,
    }))
    expect(kept).toEqual({ local: 0, session: 0, cookie: '', caches: 0, workers: 0, databases: 0 })
  })
})
