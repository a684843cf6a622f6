import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../harness/browser.ts'
import { type Installation, openInstallation } from '../harness/installation.ts'
import { fitsWhenZoomed, freshPage, look } from '../harness/journey.ts'

const phone = { width: 390, height: 844 }
const own = ['', '/families', '/limits', '/check'].map((part) => `/harbor/support${part}`)
const pages = ['/', ...own].flatMap((path) => [path, `${path}?lang=es`])
/** What Tailboard never says, in either language. */
const never =
  /\bprevents?\b|\btreats?\b|\bproven\b|nobody can ever|no logs|deleted everywhere|previene|demostrado|nadie puede leer|borrado en todas/i

let here: Installation
let browser: Browser
beforeAll(async () => {
  here = await openInstallation()
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await here?.stop()
})

const textOf = async (path: string) => await (await fetch(here.publicUrl + path)).text()
const within = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))

describe('the support front door', () => {
  it('is walked on a phone without script: the phone first, what is true before it, every door live', async () => {
    const page = await freshPage(browser, { javaScriptEnabled: false, viewport: phone })
    await page.goto(`${here.publicUrl}/harbor`)
    await page.getByRole('link', { name: /I need someone to talk to/ }).click()
    const main = (await page.locator('main').textContent())!
    const inOrder = [
      '911',
      'Before you call',
      'phone companies keep call records',
      '617-555-0142',
      'Not ready',
    ]
    expect(inOrder.map((one) => main.indexOf(one))).toEqual(
      inOrder.map((one) => main.indexOf(one)).toSorted((a, b) => a - b),
    )
    expect(main).toContain('Whoever is on call answers')
    // Counsel dated no law here, so nobody can write, and there is no word of what would be true of it. Peers are found all the same.
    expect(await page.getByRole('link', { name: /Write to a peer/ }).count()).toBe(0)
    expect(await page.getByRole('link', { name: /Find a peer/ }).count()).toBe(1)
    expect(main).not.toContain('hold the key')

    for (const [door, title] of [
      [/For families/, 'For families'],
      [/Check in with yourself/, 'Check in with yourself'],
      [/What happens to what I say/, 'What happens to what I say'],
    ] as const) {
      await page.locator('main').getByRole('link', { name: door }).first().click()
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      await page.getByRole('link', { name: 'Español' }).click()
      await page.getByRole('link', { name: 'Volver a alguien con quien hablar' }).click()
      await page.getByRole('heading', { level: 1, name: 'Alguien con quien hablar, ahora' }).waitFor()
      await page.getByRole('link', { name: 'English' }).click()
    }
    expect(await page.context().cookies()).toEqual([])
  })

  it('leads nowhere that is not there', async () => {
    const page = await freshPage(browser, { javaScriptEnabled: false })
    const hrefs = new Set<string>()
    for (const path of pages) {
      await page.goto(here.publicUrl + path)
      for (const href of await within(page, 'a[href]')) hrefs.add(href)
    }
    const ours = [...hrefs].filter((href) => href.startsWith(here.publicUrl))
    expect(ours.length).toBeGreaterThan(10)
    for (const href of ours) {
      const answer = await fetch(href)
      const id = new URL(href).hash.slice(1)
      expect([href, answer.status]).toEqual([href, 200])
      if (id !== '') expect([href, (await answer.text()).includes(`id="${id}"`)]).toEqual([href, true])
    }
    const numbers = [...hrefs]
      .filter((href) => /^(tel|sms):/.test(href))
      .map((href) => href.replace(/\D/g, ''))
    const known = [...here.services.chrome.help.flatMap((line) => [line.number, line.text]), '617-555-0142']
    expect(numbers.length).toBeGreaterThan(4)
    for (const number of numbers) expect(known.map((one) => String(one).replace(/\D/g, ''))).toContain(number)
  })

  it('is light: under 20 kB compressed with its stylesheet, and the check with its script', async () => {
    const fetched = async (path: string) => gzipSync(await textOf(path)).length
    for (const path of own.flatMap((one) => [one, `${one}?lang=es`])) {
      const text = await textOf(path)
      const parts = [...text.matchAll(/(?:<link rel="stylesheet" href|<script src)="([^"]+)"/g)].map(
        ([, one]) => one!,
      )
      expect([path, parts.length]).toEqual([path, path.includes('/check') ? 2 : 1])
      const sizes = await Promise.all([path, ...parts].map(fetched))
      const sum = sizes.reduce((total, size) => total + size, 0)
      expect(sizes.every((size) => size > 300)).toBe(true)
      expect([path, sum, sum < 20_000]).toEqual([path, sum, true])
    }
  })

  it('claims nothing that is not so, and says on each page that the visit stays in history', async () => {
    for (const path of pages) {
      const text = await textOf(path)
      expect([path, text.match(never)?.[0]]).toEqual([path, undefined])
      expect(text).toMatch(/stays in history|queda en el historial/)
    }
  })

  it('fits a zoomed page, without a violation, and quick exit covers nothing', async () => {
    const page = await freshPage(browser)
    for (const path of pages) {
      await page.goto(here.publicUrl + path)
      await fitsWhenZoomed(page)
      for (const width of [320, 390, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        expect([path, width, await coveredBy(page, '.leave')]).toEqual([path, width, []])
      }
      await look(page, `support${path.replaceAll(/[/?=]+/g, '-')}`)
    }
  }, 120_000)
})

describe('somebody in no region', () => {
  it.each([
    ['en', ['Veterans', 'Retired', 'Families', 'everybody else']],
    ['es', ['Veteranos', 'retiradas', 'Familias', 'demás personas']],
  ])('finds an answer and a number on the first page (%s)', async (lang, groups) => {
    const page = await freshPage(browser, { javaScriptEnabled: false, viewport: phone })
    await page.goto(`${here.publicUrl}/harbor/support?lang=${lang}`)
    await page.locator('main a[href*="#outside"]').click()
    const cards = page.locator('#outside .card')
    expect(await cards.count()).toBe(groups.length)
    for (const [at, group] of groups.entries()) {
      const card = cards.nth(at)
      expect(await card.getByRole('heading').textContent()).toContain(group)
      expect(await card.locator('a[href^="tel:"]').count()).toBeGreaterThan(0)
    }
  })
})

describe('the limits', () => {
  it('say first that no lawyer reviewed them, then caution, then the statutes with their day', async () => {
    const page = await freshPage(browser, { javaScriptEnabled: false, viewport: phone })
    await page.goto(`${here.publicUrl}/harbor/support/limits`)
    const main = (await page.locator('main').textContent())!
    const inOrder = [
      'No lawyer has reviewed',
      'As a caution, and not as law',
      'a danger to your own life',
      'The law of Massachusetts',
      'valid certificate of MPSN, ICISF',
      'whether there are exceptions beyond',
      'M.G.L. c. 233, § 20O, as read on Nov 23, 2026',
      'Federal law, for federal officers alone',
      '34 U.S.C. § 50901',
    ]
    const places = inOrder.map((one) => main.indexOf(one))
    expect(places.filter((place) => place < 0)).toEqual([])
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })
})

describe('the self-check', () => {
  it('shows without script how to add up, and has nothing to send', async () => {
    const page = await freshPage(browser, { javaScriptEnabled: false, viewport: phone })
    await page.goto(`${here.publicUrl}/harbor/support/check`)
    await page.getByText('you can add them up yourself').waitFor()
    expect(await page.getByText('Nearly every day (3)').count()).toBe(4)
    await page.getByText('3 to 6:').first().waitFor()
    expect(await page.locator('form, button, [type=submit]').count()).toBe(0)
    expect(await page.locator('[data-check-people]').first().isVisible()).toBe(false)
  })

  it('adds up on the device, and sends and keeps nothing', async () => {
    const page = await freshPage(browser, { viewport: phone })
    await page.goto(`${here.publicUrl}/harbor/support/check`)
    await page.waitForLoadState('networkidle')
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const part = (title: RegExp) =>
      page.locator('[data-check]', { has: page.getByRole('heading', { name: title }) })
    const people = (title: RegExp) => part(title).locator('[data-check-people]')

    // A calm answer leads nowhere; a worrying one to people, ahead of its text.
    await part(/Where am I/)
      .getByLabel('Green: steady')
      .check()
    expect(await people(/Where am I/).isVisible()).toBe(false)
    await part(/Where am I/)
      .getByLabel('Orange: hurt')
      .check()
    await people(/Where am I/)
      .getByRole('link', { name: '617-555-0142' })
      .waitFor()
    expect(
      await part(/Where am I/)
        .locator('li[data-check-zone]:visible')
        .count(),
    ).toBe(1)

    const low = part(/PHQ-2/)
    await low.getByLabel('Several days (1)').first().check()
    expect(await low.getByText('Your sum:').isVisible()).toBe(false)
    await low.getByLabel('Not at all (0)').last().check()
    await low.getByText('Your sum: 1').waitFor()
    expect(await people(/PHQ-2/).isVisible()).toBe(false)
    await low.getByLabel('Several days (1)').last().check()
    await low.getByText('Your sum: 2').waitFor()
    await low.locator('[data-check-people]').waitFor()
    expect(await low.locator('li[data-check-from]:visible').allTextContents()).toEqual([
      expect.stringContaining('Some use 2'),
    ])
    expect(await low.textContent()).toMatch(/People first.*617-555-0142.*988.*Your sum: 2.*Some use 2/)

    // One answer at the top leads to people before there is any sum.
    await part(/GAD-2/).getByLabel('Nearly every day (3)').first().check()
    await people(/GAD-2/).waitFor()
    expect(await part(/GAD-2/).getByText('Your sum:').isVisible()).toBe(false)

    // Whoever saw nothing terrible has a sum of nothing, whatever stands below.
    const terrible = part(/PC-PTSD-5/)
    for (let item = 1; item <= 5; item++) await page.locator(`#pc-ptsd-5-${item}-1`).check()
    expect(await people(/PC-PTSD-5/).isVisible()).toBe(false)
    await page.locator('#pc-ptsd-5-first-yes').check()
    await terrible.getByText('Your sum: 5').waitFor()
    await people(/PC-PTSD-5/).waitFor()
    await page.locator('#pc-ptsd-5-first-no').check()
    await terrible.getByText('Your sum: 0').waitFor()
    expect(await people(/PC-PTSD-5/).isVisible()).toBe(false)

    await look(page, 'support-check-answered')
    expect(asked).toEqual([])
    expect(await page.context().cookies()).toEqual([])
    const kept = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      address: location.search + location.hash,
    }))
    expect(kept).toEqual({ local: 0, session: 0, databases: 0, address: '' })
    // Not even a script that wanted to could ask anybody.
    const sent = page.evaluate(() =>
      fetch('/healthz').then(
        () => 'sent',
        () => 'refused',
      ),
    )
    expect(await sent).toBe('refused')
    // Whoever picks up the phone and goes back finds nothing chosen.
    await page.goto(`${here.publicUrl}/harbor/support`)
    await page.goBack()
    await page.waitForLoadState('load')
    expect(await page.locator(':checked').count()).toBe(0)
  }, 60_000)
})

/** The links and fields that lie under this element. */
async function coveredBy(page: Page, selector: string): Promise<readonly string[]> {
  return await page.evaluate((cover) => {
    const top = document.querySelector(cover)!
    const over = top.getBoundingClientRect()
    return [...document.querySelectorAll('a, input, button, select, textarea')]
      .filter((one) => one !== top && !one.matches('.skip'))
      .filter((one) => {
        const under = one.getBoundingClientRect()
        return (
          Math.min(over.right, under.right) - Math.max(over.left, under.left) > 0.5 &&
          Math.min(over.bottom, under.bottom) - Math.max(over.top, under.top) > 0.5
        )
      })
      .map((one) => one.outerHTML.slice(0, 80))
  }, selector)
}
