import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeOut } from '../../src/intervention/index.server.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { callOut, look, openSignedIn, type SignedIn } from '../harness/journey.ts'

describe('after the session', () => {
  let at: SignedIn
  beforeAll(async () => {
    at = await openSignedIn()
  }, 60_000)
  afterAll(() => at?.stop())

  it('somebody rings again, and it is ticked or put off', async () => {
    const { page, here } = at
    const { activationId, planId, links } = await callOut(here)
    const answering = await page.context().browser()!.newContext()
    const member = await answering.newPage()
    let seated = ''
    for (const link of links) {
      await member.goto(link)
      if ((await member.getByRole('button', { name: 'I’ll come' }).count()) === 0) continue
      await member.getByLabel('No', { exact: true }).check()
      await member.getByRole('button', { name: 'I’ll come' }).click()
      await member.getByText('You’re on').first().waitFor()
      seated = link
    }
    await member.goto(seated)
    await member.getByText('The lead briefs everybody').waitFor()
    await look(member, 'seated-briefing')
    await answering.close()
    const rae: Actor = {
      kind: 'account',
      accountId: here.coordinator,
      regionId: here.harbor.regionId,
      roles: ['duty_coordinator'],
    }
    const now = Temporal.Now.instant()
    await here.base.setNow(now.add({ hours: 5 }))
    const closed = await closeOut(here.services.db, rae, planId, {
      held: 'as_planned',
      participants: '5_to_10',
      duration: '30_to_60',
      followUpOffered: 'yes',
    })
    expect(closed).toMatchObject({ ok: true })
    await page.goto(`${here.teamUrl}/harbor/activations/${activationId}`)
    await page.getByRole('link', { name: 'Follow-ups' }).click()
    await page.getByRole('heading', { name: 'First call' }).waitFor()
    await look(page, 'follow-ups')
    await page.getByText('Give to somebody else').first().click()
    await look(page, 'follow-ups-give')
    await page.getByRole('button', { name: 'Give to somebody else' }).first().click()
    await page.getByRole('alert').getByText('Choose who takes it over').waitFor()
    const given = page.locator('details', { hasText: 'Give to somebody else' }).first()
    await given.getByRole('combobox').selectOption('team')
    await given.getByRole('button').click()
    await page.getByText('the coordinator', { exact: false }).first().waitFor()
    await page.goto(`${here.teamUrl}/harbor/activations/${activationId}/plans/${planId}/follow-ups`)
    await page.getByRole('button', { name: 'Add it' }).click()
    await page.getByRole('alert').getByText('Choose what it is').waitFor()
    await page.getByRole('combobox', { name: 'What' }).selectOption('trial')
    await page.locator('#f-day').fill('2090-05-02')
    await page.getByRole('button', { name: 'Add it' }).click()
    await page.getByRole('heading', { name: 'Trial' }).waitFor()

    await here.base.setNow(now.add({ hours: 24 * 5 }))
    await page.goto(`${here.teamUrl}/harbor/today`)
    await page.getByText(/follow-ups are late/).waitFor()
    await page.getByRole('link', { name: 'See them' }).click()
    await page.getByRole('combobox', { name: 'Show' }).selectOption('late')
    await page.getByRole('button', { name: 'Show these' }).click()
    await page.waitForURL('**/follow-ups?show=late')
    const before = await page.getByRole('button', { name: 'Done' }).count()
    await page
      .getByText(/late since .*, yours now/)
      .first()
      .waitFor()
    expect(before).toBeGreaterThan(0)
    await look(page, 'follow-ups-late')
    await page.locator('summary').first().click()
    await page.getByRole('button', { name: 'Put off' }).first().click()
    await page.getByRole('alert').getByText('Give a day').waitFor()
    await page.goto(`${here.teamUrl}/harbor/follow-ups?show=late`)
    await page.getByRole('button', { name: 'Done' }).first().click()
    await page.goto(`${here.teamUrl}/harbor/follow-ups?show=late`)
    expect(await page.getByRole('button', { name: 'Done' }).count()).toBe(before - 1)
    await here.base.setNow(now)
  }, 60_000)

  it('keeps a list of places to go on to, and never who went', async () => {
    const { page, here } = at
    await page.goto(`${here.teamUrl}/harbor/referrals`)
    await page.getByRole('button', { name: 'Add, vetted today' }).click()
    await page.getByRole('alert').getByText('Give a name').waitFor()
    await page.getByLabel('Name (a clinician').fill('Nadia W., trauma practice')
    await page.locator('[name=type]').selectOption('practice')
    await page.getByLabel('Town').fill('Graywick')
    await page.getByLabel('Phone').fill('617-555-0160')
    await page.getByLabel('Who pays').selectOption('sliding')
    await page.getByLabel('Spanish').check()
    await page.getByRole('button', { name: 'Add, vetted today' }).click()
    await page.getByRole('heading', { name: 'Nadia W., trauma practice' }).waitFor()
    await look(page, 'referrals')
    await page.getByRole('link', { name: 'Change' }).click()
    await page.getByLabel('Phone').fill('x')
    await page.getByRole('button', { name: 'Keep the change' }).click()
    await page.getByRole('alert').getByText('Give a phone number').waitFor()
    await look(page, 'referral-edit')
    await page.getByLabel('Phone').fill('617-555-0161')
    await page.getByRole('button', { name: 'Keep the change' }).click()
    await page.getByRole('link', { name: '617-555-0161' }).waitFor()
    await page.getByRole('combobox', { name: 'Language' }).selectOption('pt')
    await page.getByRole('button', { name: 'Show these' }).click()
    await page.getByText('Nothing on the list fits').waitFor()
    await page.goBack()
    await page.getByRole('button', { name: 'Take off the list' }).click()
    await page.getByText('Nothing on the list fits').waitFor()
  }, 60_000)
})
