import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { look, openSignedIn, type SignedIn } from '../harness/journey.ts'

describe('being reached at two in the morning', () => {
  let at: SignedIn
  beforeAll(async () => {
    at = await openSignedIn()
  }, 60_000)
  afterAll(() => at?.stop())

  const texts = () => at.here.services.phonesKept!.messages
  const newest = async (count: number) => {
    await expect.poll(() => texts().length, { timeout: 15_000 }).toBeGreaterThanOrEqual(count)
    return texts()[0]!
  }

  it('a coordinator proves a phone, and the next request rings it', async () => {
    const { page, here } = at
    await page.goto(`${here.teamUrl}/harbor/me/reach`)
    await look(page, 'reach')
    await page.getByLabel('Text', { exact: true }).check()
    await page.getByRole('button', { name: 'Keep this' }).click()
    await page.getByText('Prove one first').first().waitFor()
    await page.getByLabel('Number').fill('555')
    await page.getByRole('button', { name: 'Text me a code' }).click()
    await page.getByText('Give a whole number').first().waitFor()
    expect(await page.getByLabel('Number').inputValue()).toBe('555')
    await page.getByLabel('Number').fill('(617) 555-0177')
    await page.getByRole('button', { name: 'Text me a code' }).click()
    await page.getByText('Sent to +16175550177').waitFor()
    const sent = await newest(1)
    const code = sent.channel === 'text' ? /\d{6}/.exec(sent.text)![0] : ''
    await page.getByLabel('The six digits').fill(code === '000000' ? '000001' : '000000')
    await page.getByRole('button', { name: 'This is my number' }).click()
    await page.getByText('This is not the code').first().waitFor()
    await look(page, 'reach-code')
    await page.getByLabel('The six digits').fill(code)
    await page.getByRole('button', { name: 'This is my number' }).click()
    await page.getByText('+16175550177 is yours').waitFor()
    expect(await page.getByLabel('Text', { exact: true }).isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Keep this' }).click()
    await page.getByText('Kept.').waitFor()

    // Somebody's life comes first: nothing is sent, and what was typed stays.
    const visitor = await at.browser.newContext()
    const asking = await visitor.newPage()
    await asking.goto(`${here.publicUrl}/harbor/request`)
    await asking.getByLabel('Town').fill('Larkfield')
    await asking.getByLabel('Yes', { exact: true }).check()
    await asking.getByRole('button', { name: 'Ask for a call back' }).click()
    await asking.getByText('Call for help first').waitFor()
    expect(await asking.getByLabel('Town').inputValue()).toBe('Larkfield')
    expect(await asking.getByRole('link', { name: '911' }).count()).toBeGreaterThan(0)
    await look(asking, 'request-danger')
    await visitor.close()
  }, 60_000)

  it('a call is written down while it lasts, with the number on file to call back', async () => {
    const { page, here } = at
    const before = texts().length
    await page.goto(`${here.teamUrl}/harbor/today`)
    await page.getByRole('link', { name: /Somebody is on the phone/ }).click()
    await page.getByRole('combobox', { name: 'What happened' }).selectOption('officer_involved_shooting')
    await page.getByLabel('When did it happen?').fill('2026-11-20T02:10')
    await page.getByLabel('No, it still goes on').check()
    await page.getByLabel('Town').fill('Graywick')
    await page.getByRole('combobox', { name: 'Your agency' }).selectOption({ index: 1 })
    await page.getByLabel('Officers', { exact: true }).fill('4')
    await page.getByLabel('Your name').fill('Sgt. Ona P.')
    await page.getByLabel('Number we call back').fill('617-555-0111')
    await look(page, 'request-entered')
    // The one question decides who goes on: a coordinator is asked it too.
    await page.getByRole('button', { name: 'Keep the request' }).click()
    await page.getByText('Answer this: it decides who goes on').first().waitFor()
    await page
      .getByRole('group', { name: /Were you there/ })
      .getByLabel('No', { exact: true })
      .check()
    await page.getByRole('button', { name: 'Keep the request' }).click()
    await page.getByText('You call back since').waitFor()
    await page.getByText('Number on file for').waitFor()
    await page.getByText('gave another number').waitFor()
    await look(page, 'number-on-file')
    // They have it: nobody is rung.
    expect(texts().length).toBe(before)
    await page.getByRole('button', { name: 'I can’t go on: ring the next one' }).click()
    await page.getByText('It rings until somebody calls back').waitFor()

    await page.goto(`${here.teamUrl}/harbor/agencies`)
    await look(page, 'agencies')
    const first = page.getByRole('textbox').first()
    await first.fill('12')
    await page.getByRole('button', { name: 'Keep' }).first().click()
    await page.getByText('Give a phone number').first().waitFor()
    await page.getByRole('textbox').first().fill('617-555-0190')
    await page.getByRole('button', { name: 'Keep' }).first().click()
    await page.getByText('Kept.').waitFor()
  }, 60_000)
})
