import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requestTeam } from '../../src/activation/index.server.ts'
import { grantRole } from '../../src/identity/index.server.ts'
import { callOut, fitsWhenZoomed, freshPage, look, openSignedIn, type SignedIn } from '../harness/journey.ts'
import { handsOut, pushWorker } from '../harness/pushBrowser.ts'
import { openPushService, type Pushed, type PushService } from '../harness/pushService.ts'
import { signInAs } from '../harness/signIn.ts'

describe('a phone on the nightstand', () => {
  let at: SignedIn
  let service: PushService
  beforeAll(async () => {
    at = await openSignedIn()
    service = await openPushService()
  }, 60_000)
  afterAll(async () => {
    await at?.stop()
    await service?.close()
  })

  const reach = () => `${at.here.teamUrl}/harbor/me/reach`
  const arrived = async (count: number): Promise<Pushed> => {
    await expect.poll(() => service.taken.length, { timeout: 15_000 }).toBeGreaterThanOrEqual(count)
    return service.taken[count - 1]!
  }
  /** The coordinator in a browser of their own. */
  async function another(options: BrowserContextOptions = {}): Promise<Page> {
    const page = await freshPage(at.browser, options)
    const [name, value] = (await signInAs(at.here.services.auth, at.here.coordinator)).split('=', 2)
    const url = at.here.teamUrl.replace('http:', 'https:')
    await page.context().addCookies([{ name: name!, value: value!, url, secure: true }])
    return page
  }

  it('is added by a touch, and the page says what it needs', async () => {
    const { page, here } = at
    await handsOut(page, service.subscribe(here.services.push.publicKey))
    const answer = await page.goto(reach())
    expect(answer!.headers()['content-security-policy']).toMatch(
      /script-src 'nonce-[\w-]{22}'; worker-src 'self'/,
    )
    await look(page, 'devices-none')
    await page.getByLabel('A notification on my devices').check()
    await page.getByRole('button', { name: 'Keep this' }).click()
    await page.getByText('Notifications need a device').first().waitFor()

    await page.getByRole('button', { name: 'Notify me on this device' }).click()
    await page.getByText('Kept.').waitFor()
    await page.getByText('This device is notified.').waitFor()
    await page.getByRole('table').getByText('This device', { exact: true }).waitFor()
    expect(await page.getByLabel('A notification on my devices').isChecked()).toBe(true)
    expect(await page.getByRole('button', { name: 'Notify me on this device' }).isVisible()).toBe(false)
    await look(page, 'devices')
    await fitsWhenZoomed(page)
  }, 120_000)

  it('shows a test, and opens what it is about on this site alone', async () => {
    const { page, here } = at
    await page.getByRole('button', { name: 'Send me a test' }).click()
    await page.getByText('A test is on its way').waitFor()
    const { payload, topic } = await arrived(1)
    const worker = await pushWorker(page)
    const data = { path: '/harbor/me/reach' }
    const title = 'Tailboard: this device is notified. Nothing waits.'
    expect(await worker.receive(JSON.stringify(payload))).toMatchObject([
      { title, tag: topic, lang: 'en', data },
    ])
    expect(await worker.touch(data)).toEqual([reach()])
    for (const path of ['https://elsewhere.example/x', '//elsewhere.example/x', 'javascript:alert(1)', 7])
      expect(await worker.touch({ path })).toEqual([here.teamUrl])
    // Whatever arrives is shown: a browser takes its agreement back from a site that lets one pass unseen.
    expect(await worker.receive('no JSON at all')).toMatchObject([{ title: 'Tailboard' }])
  }, 60_000)

  it('rings when a request comes in, and says nothing of it', async () => {
    const { here } = at
    service.forget()
    const now = Temporal.Now.instant()
    const asked = await requestTeam(here.services.db, here.harbor.regionId, {
      kind: 'child_death_or_injury',
      occurredAt: now.subtract({ hours: 2 }),
      overAt: now.subtract({ hours: 1 }),
      town: 'Larkfield',
      agencyId: here.harbor.agencies.get('Larkfield Fire')!,
      groups: [{ role: 'firefighters', count: 6 }],
      requesterName: 'Pat L.',
      callbackPhone: '617-555-0199',
    })
    if (!asked.ok) throw new Error(asked.code)
    const { payload } = await arrived(1)
    expect(payload).toEqual({
      line: 'Tailboard: a request is waiting. Open it.',
      path: `/harbor/activations/${asked.value.activationId}`,
      lang: 'en',
      tag: service.taken[0]!.topic,
    })
  }, 60_000)

  it('rings for an offer too once its owner is a member, and leads to the answer', async () => {
    const { page, here } = at
    const { services, harbor, coordinator, base } = here
    const [member] = harbor.members
    await services.db.write({ kind: 'system', regionId: harbor.regionId }, (tx) =>
      grantRole(tx, coordinator, 'peer', { memberId: member!.id }),
    )
    await page.goto(reach())
    await page.getByRole('button', { name: 'Notify me on this device' }).click()
    await page.getByText('Kept.').waitFor()
    // Whoever is asked first, it rings: everybody has this device.
    await base.admin.query(
      `insert into messaging.push_subscription (region_id, id, person_id, owner_id, endpoint, p256dh, auth)
       select s.region_id, gen_random_uuid(), m.id, s.owner_id, s.endpoint, s.p256dh, s.auth
         from messaging.push_subscription s join roster.member m on m.region_id = s.region_id
        where s.person_id = $1 and s.ended_at is null and m.id <> $2`,
      [coordinator, member!.id],
    )
    await base.admin.query(
      `insert into messaging.reach (region_id, person_id, by_push) select region_id, id, true from roster.member
       on conflict (region_id, person_id) do update set by_push = true`,
    )
    service.forget()
    await callOut(here)
    await expect
      .poll(() => service.taken.map((one) => (one.payload as { line: string }).line), { timeout: 15_000 })
      .toContainEqual(expect.stringMatching(/^Tailboard: answer needed by \d\d:\d\d E[SD]T\. Open it\.$/))
    const offer = service.taken.find((one) => /answer/.test((one.payload as { line: string }).line))!
    expect(JSON.stringify(offer.payload)).not.toMatch(/Larkfield|firefighter|child|Pat L/i)
    expect(offer.keepFor).toBeLessThanOrEqual(3600)
    await page.goto(here.teamUrl + (offer.payload as { path: string }).path)
    await page.getByRole('button', { name: 'I’ll come' }).waitFor()
  }, 60_000)

  it('is removed without script', async () => {
    const { page } = at
    await page.goto(reach())
    await page.getByText('This device is notified.').waitFor()
    const plain = await another({ javaScriptEnabled: false })
    await plain.goto(reach())
    await plain.getByText('the page needs JavaScript').waitFor()
    expect(await plain.getByRole('button', { name: 'Notify me on this device' }).isVisible()).toBe(false)
    await plain.getByRole('button', { name: 'Remove', exact: true }).first().click()
    await plain.getByText('No device is notified.').waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Notify me on this device' }).waitFor()
  }, 60_000)

  it.each([
    [
      'blocks it',
      'This browser blocks notifications',
      "Object.defineProperty(Notification, 'permission', { get: () => 'denied' })",
    ],
    ['cannot do it', 'This browser can’t be notified', 'delete window.PushManager'],
  ])('says so where the browser %s', async (_what, words, script) => {
    const page = await another()
    await page.addInitScript(script)
    await page.goto(`${reach()}?lang=en`)
    await page.getByText(words).waitFor()
    expect(await page.getByRole('button', { name: 'Notify me on this device' }).isVisible()).toBe(false)
    await look(page, 'devices-not-here')
  })

  it('says so when the owner says no, or the maker gives no address', async () => {
    const page = await another()
    await page.addInitScript(() => {
      Object.defineProperty(Notification, 'permission', { get: () => 'default' })
      Notification.requestPermission = async () => 'granted'
      PushManager.prototype.subscribe = async () => {
        throw new DOMException('push service error', 'AbortError')
      }
    })
    await page.goto(`${reach()}?lang=en`)
    await page.getByRole('button', { name: 'Notify me on this device' }).click()
    await page.getByText('The browser could not be set up').waitFor()
    expect(await page.getByRole('button', { name: 'Notify me on this device' }).isVisible()).toBe(true)
  })
})
