import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requestTeam } from '../../src/activation/index.server.ts'
import { fitsWhenZoomed, look, openSignedIn, type SignedIn } from '../harness/journey.ts'

describe('on the phone with the agency', () => {
  let open: SignedIn
  beforeAll(async () => {
    open = await openSignedIn()
  }, 60_000)
  afterAll(() => open?.stop())

  async function asked(kind: 'officer_involved_shooting' | 'colleague_suicide') {
    const { regionId, agencies } = open.here.harbor
    const now = Temporal.Now.instant()
    const request = await requestTeam(open.here.services.db, regionId, {
      kind,
      occurredAt: now.subtract({ hours: 2 }),
      overAt: now.subtract({ hours: 1 }),
      town: 'Larkfield',
      agencyId: agencies.get('Larkfield Police')!,
      groups: [
        { role: 'officers', count: 6 },
        { role: 'dispatchers', count: 4 },
      ],
      requesterName: 'Pat L.',
      callbackPhone: '617-555-0199',
    })
    if (!request.ok) throw new Error(request.code)
    return `${open.here.teamUrl}/harbor/activations/${request.value.activationId}`
  }

  it('statements decide whether there is a group', async () => {
    await open.page.goto(await asked('officer_involved_shooting'))
    await open.page.getByText('No group for those who fired or saw it').first().waitFor()
    await open.page.getByRole('link', { name: 'Open the page for the call' }).first().click()

    const statements = open.page.getByRole('group', { name: 'All statements are complete' })
    expect(await statements.getByLabel('Not known').isChecked()).toBe(true)
    await statements.getByLabel('No', { exact: true }).check()
    const officers = open.page.getByLabel('There', { exact: true }).first()
    await officers.fill('some')
    await open.page.getByRole('button', { name: 'Keep what was told' }).click()
    await open.page.getByRole('link', { name: 'There: Give a whole number from 1 to 5000' }).waitFor()
    expect(await officers.inputValue()).toBe('some')
    await look(open.page, 'what-the-agency-told-wrong')

    await officers.fill('6')
    await open.page.getByRole('button', { name: 'Keep what was told' }).click()
    await open.page.waitForURL(/activations\/[^/]+$/)
    await open.page.getByText('All statements are complete').waitFor()

    await open.page.getByRole('button', { name: 'No: I call back now' }).click()
    await open.page.getByRole('button', { name: 'I spoke to the agency' }).waitFor()
    await open.page.getByLabel('I spoke to').selectOption('supervisor')
    await open.page.getByRole('button', { name: 'I spoke to the agency' }).click()
    await open.page.getByRole('heading', { name: 'No session for' }).waitFor()
    await look(open.page, 'board-withheld')
    await fitsWhenZoomed(open.page)

    await open.page.getByRole('link', { name: 'Add or change' }).click()
    await look(open.page, 'what-the-agency-told')
    await fitsWhenZoomed(open.page)
    await statements.getByLabel('Yes').check()
    await open.page.getByRole('button', { name: 'Keep what was told' }).click()
    await open.page.getByRole('heading', { name: /Defusing · officers/ }).waitFor()
    expect(await open.page.getByRole('heading', { name: 'No session for' }).count()).toBe(0)
  })

  it('a colleague’s suicide opens a plan whose steps are seen to one by one', async () => {
    await open.page.goto(await asked('colleague_suicide'))
    const steps = open.page
      .getByRole('listitem')
      .filter({ has: open.page.getByRole('button', { name: 'Seen to' }) })
    expect(await steps.count()).toBe(5)
    await open.page.getByRole('button', { name: 'Seen to' }).nth(1).click()
    await open.page.getByText(/^seen to \d/).waitFor()
    expect(await steps.count()).toBe(4)
    await look(open.page, 'board-postvention')
    await fitsWhenZoomed(open.page)
  })
})
