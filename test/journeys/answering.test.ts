import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callOut, freshPage, look, openSignedIn, type SignedIn } from '../harness/journey.ts'

describe('what somebody who answers is told', () => {
  let at: SignedIn
  let called: Awaited<ReturnType<typeof callOut>>
  beforeAll(async () => {
    at = await openSignedIn()
    called = await callOut(at.here)
  }, 60_000)
  afterAll(() => at?.stop())

  const board = () => `${at.here.teamUrl}/harbor/activations/${called.activationId}`
  const member = async (index: number) => {
    const page = await freshPage(at.browser)
    await page.goto(called.links[index]!)
    return page
  }
  const local = (hours: number) =>
    Temporal.Now.instant()
      .add({ hours })
      .toZonedDateTimeISO('America/New_York')
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' })

  it('says from when they could come, to them and to the coordinator, at an address that opens again', async () => {
    const theirs = await member(0)
    await theirs.locator('[name=conflict][value=no]').check({ force: true })
    await theirs.locator('[name=fromAt]').fill(local(6))
    await theirs.getByRole('button', { name: 'I can, from then' }).click()
    await theirs.getByText(/Noted: from .+ if the session moves to then/).waitFor()
    await look(theirs, 'answered-from')
    const again = await theirs.reload()
    expect([again?.request().method(), again?.status()]).toEqual(['GET', 200])
    await theirs.getByText('Answer anew').click()
    await theirs.getByText(/Noted: from .+ A seat is open/).waitFor()
    await at.page.goto(board())
    await at.page.locator('.timeline', { hasText: 'could come from' }).waitFor()
    await at.page.locator('summary', { hasText: 'Who was asked' }).click()
    await at.page.locator('td', { hasText: 'could come from' }).waitFor()
    await look(at.page, 'board-could-come-from')
  }, 60_000)

  it('thanks whoever the agency does not want, and says no more', async () => {
    const theirs = await member(1)
    await theirs.locator('[name=conflict][value=no]').check({ force: true })
    await theirs.getByRole('button', { name: 'I’ll come', exact: true }).click()
    await theirs.getByText('You’re on the team').waitFor()
    await at.page.goto(board())
    const name = (await at.page.locator('.seat.coming b').first().textContent())!
    const refuse = at.page.locator('details', { hasText: 'Whom not to send' })
    await refuse.locator('summary').click()
    await refuse.getByRole('combobox').selectOption({ label: name })
    await at.page.getByRole('button', { name: 'Do not send them' }).click()
    await at.page.getByText(`${name} said yes; the agency asked for somebody else`, { exact: true }).waitFor()
    await theirs.reload()
    await theirs.getByText('You are not needed for this session.', { exact: false }).waitFor()
    await look(theirs, 'answer-not-needed')
  }, 60_000)

  it('lets a coordinator write down what somebody on the team says on the phone', async () => {
    const theirs = await member(2)
    await theirs.locator('[name=conflict][value=no]').check({ force: true })
    await theirs.getByRole('button', { name: 'Yes, if my shift releases me' }).click()
    await theirs.getByText('A seat is kept for you').waitFor()
    const { page } = at
    await page.goto(board())
    const name = (await page.locator('.seat', { hasText: 'Kept until' }).locator('b').textContent())!
    const onThePhone = async (says: string) => {
      await page.locator('summary', { hasText: 'Answered on the phone' }).click()
      const form = page.locator('form', { has: page.locator('[name=seated]') })
      await form.locator('[name=seated]').selectOption({ label: name })
      await form.getByText(says).click()
      if (says.startsWith('Their shift')) await look(page, 'board-on-the-phone')
      await form.getByRole('button').click()
      await page.waitForURL(board())
    }
    await onThePhone('Their shift let them go')
    await page.getByText(`${name} is coming: their shift let them go`, { exact: true }).waitFor()
    await theirs.reload()
    await theirs.getByText('You’re on the team').waitFor()
    await onThePhone('They can’t come after all')
    await page.getByText(`${name} said yes and left the team since`, { exact: true }).waitFor()
  }, 60_000)
})
