import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callOut, freshPage, look, openSignedIn, type SignedIn } from '../harness/journey.ts'

describe('the live board', () => {
  let at: SignedIn
  let links: readonly string[]
  let board: string
  const problems: string[] = []
  beforeAll(async () => {
    at = await openSignedIn()
    const called = await callOut(at.here)
    links = called.links
    board = `${at.here.teamUrl}/harbor/activations/${called.activationId}`
    at.page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text())
    })
    at.page.on('pageerror', (error) => problems.push(error.message))
  }, 60_000)
  afterAll(() => at?.stop())

  const sayYes = async (page: Page, link: string) => {
    await page.goto(link)
    await page.getByLabel('No', { exact: true }).check()
    await page.getByRole('button', { name: 'I’ll come' }).click()
    await page.getByText('You’re on').first().waitFor()
  }

  it('shows a yes without being reloaded, and leaves alone what is being typed', async () => {
    const { page } = at
    await page.goto(board)
    await page.getByText('Live.').waitFor()
    await page.getByText('Answered on the phone').click()
    await page.getByText(/^Who was asked \(\d+\)$/).click()
    await page.locator('[name=fromAt]').first().fill('2090-01-01T10:00')
    const member = await freshPage(at.browser)
    await sayYes(member, links[0]!)
    await page.locator('.seat', { hasText: 'Coming' }).first().waitFor()
    await page.locator('#live-said', { hasText: 'is coming' }).waitFor()
    expect(await page.locator('[name=fromAt]').first().inputValue()).toBe('2090-01-01T10:00')
    await page.getByRole('row', { name: /comes · on the page/ }).waitFor()
    expect(await page.locator('details[open]').count()).toBe(2)
    await look(page, 'board-live')
    await member.context().close()
  }, 60_000)

  it('is right again after the connection was lost', async () => {
    const { page } = at
    await page.goto(board)
    await page.getByText('Live.').waitFor()
    await page.context().setOffline(true)
    const member = await freshPage(at.browser)
    for (const link of links.slice(1)) {
      await member.goto(link)
      if ((await member.getByRole('button', { name: 'I’ll come' }).count()) === 0) continue
      await member.getByLabel('No', { exact: true }).check()
      await member.getByRole('button', { name: 'I’ll come' }).click()
      await member.getByText('You’re on').first().waitFor()
      break
    }
    await page.context().setOffline(false)
    // Filled: what can be done here is no longer what stands here.
    await page.getByText('What can be done here has changed').waitFor({ timeout: 30_000 })
    await page.locator('#live-said').getByRole('link', { name: 'Look again' }).click()
    await page.getByText('Filled').first().waitFor()
    await member.context().close()
    expect(problems.filter((one) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch|network/i.test(one))).toEqual(
      [],
    )
  }, 60_000)

  it('is found in a list that an address can narrow', async () => {
    const { page } = at
    await page.goto(`${at.here.teamUrl}/harbor/activations`)
    await page.getByRole('combobox', { name: 'State' }).selectOption('running')
    await page.getByRole('button', { name: 'Show these' }).click()
    await page.waitForURL(/activations\?state=running&agency=/)
    expect(await page.getByRole('row').count()).toBe(2)
    await look(page, 'activations')
    await page.goto(`${at.here.teamUrl}/harbor/activations?state=call_back`)
    await page.getByText('None fits').waitFor()
  }, 60_000)

  it('is whole without a script, and nobody else’s', async () => {
    const plain = await at.browser.newContext({ javaScriptEnabled: false })
    await plain.addCookies(await at.page.context().cookies())
    const page = await plain.newPage()
    await page.goto(board)
    await page.locator('.seat', { hasText: 'Coming' }).first().waitFor()
    await plain.close()
    const stranger = await freshPage(at.browser)
    // Nothing to swap, and nothing told.
    await stranger.goto(`${at.here.teamUrl}/sign-in`)
    const answered = await stranger.goto(`${board}/live?drawn=`).catch(() => null)
    expect(answered).toBeNull()
    await stranger.context().close()
  }, 60_000)
})
