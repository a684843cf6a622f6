import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../harness/browser.ts'
import { type Installation, openInstallation } from '../harness/installation.ts'
import { callOut, freshPage, mailWith, proveFor } from '../harness/journey.ts'

/** Steps on with Tab until something with this name has the focus; what has it must be seen to have it. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press('Tab')
    const held = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement
      const label = (element as HTMLInputElement).labels?.[0]?.textContent ?? ''
      // A choice shows its focus on the card around it.
      const shown = [element, element.closest('label')].filter((one) => one !== null)
      const visible = shown.some((one) => {
        const style = getComputedStyle(one)
        return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0
      })
      return { name: `${label} ${element.textContent ?? ''}`.trim(), visible, tag: element.tagName }
    })
    if (held.tag === 'BODY') continue
    expect([held.name.slice(0, 40), held.visible]).toEqual([held.name.slice(0, 40), true])
    if (typeof name === 'string' ? held.name.includes(name) : name.test(held.name)) return
  }
  throw new Error(`nothing called ${name} can be reached with Tab`)
}

describe('with a keyboard alone', () => {
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

  it('somebody finds a person to talk to', async () => {
    const page = await freshPage(browser)
    await page.goto(`${here.publicUrl}/harbor`)
    await tabTo(page, 'Skip to the content')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
    await tabTo(page, 'I need someone to talk to')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/harbor/support')
    await tabTo(page, '617-555-0142')
  })

  it('an agency asks for a team', async () => {
    const page = await freshPage(browser)
    await page.goto(`${here.publicUrl}/harbor/request`)
    await tabTo(page, 'What happened')
    await page.keyboard.press('ArrowDown')
    await tabTo(page, 'When did it happen')
    const yesterday = Temporal.Now.plainDateISO('America/New_York').subtract({ days: 1 })
    const [year, month, day] = yesterday.toString().split('-')
    await page.keyboard.type(`${month}${day}${year}`)
    await page.keyboard.press('Tab')
    await page.keyboard.type('0930AM')
    await tabTo(page, 'Town')
    await page.keyboard.type('Larkfield')
    await tabTo(page, /it is over|still going on/)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    const over = await page.locator('input[name=over]:checked').getAttribute('value')
    if (over === 'yes') throw new Error('the arrow should have led to the second answer')
    await tabTo(page, 'Your agency')
    await page.keyboard.type('Larkfield F')
    await tabTo(page, 'Firefighters')
    await page.keyboard.type('6')
    await tabTo(page, 'Your name')
    await page.keyboard.type('Pat L.')
    await tabTo(page, 'Number we call back')
    await page.keyboard.type('617-555-0199')
    await page.keyboard.press('Enter')
    await page.getByText('We have your request.').waitFor()
  })

  it('a coordinator signs in with the code', async () => {
    const page = await freshPage(browser)
    await page.goto(`${here.teamUrl}/sign-in`)
    await tabTo(page, /mail/i)
    await page.keyboard.type('rae.h@coordination.example')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Look at your mail' }).waitFor()
    const [mail] = await mailWith(here, 'sign')
    const code = /code there: ([A-Z0-9 -]+)/.exec(mail!.text)![1]!.replaceAll(/\W/g, '')
    await tabTo(page, /code/i)
    await page.keyboard.type(code)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/account/proof')
    await proveFor(here, 'rae.h@coordination.example')
    await page.goto(`${here.teamUrl}/account/onwards`)
    await page.getByRole('heading', { name: 'Today' }).waitFor()
  })

  it('a member answers', async () => {
    const { links } = await callOut(here)
    const page = await freshPage(browser)
    await page.goto(links[0]!)
    await tabTo(page, /^No|^Yes/)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    for (let turn = 0; turn < 2; turn++) {
      if ((await page.locator('input[name=conflict]:checked').getAttribute('value')) === 'no') break
      await page.keyboard.press('ArrowDown')
    }
    await tabTo(page, 'I’ll come')
    await page.keyboard.press('Enter')
    await page.getByText('You’re on the team').first().waitFor()
  })
})
