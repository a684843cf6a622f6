import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldValue } from '../../src/ui/moment.ts'
import {
  fitsWhenZoomed,
  freshPage,
  linkIn,
  look,
  mailWith,
  openSignedIn,
  type SignedIn,
} from '../harness/journey.ts'

const zone = 'America/New_York'

describe('a booked talk', () => {
  let signedIn: SignedIn
  beforeAll(async () => {
    signedIn = await openSignedIn()
  }, 60_000)
  afterAll(() => signedIn?.stop())

  it('is booked without script, answered, staffed, held and closed', async () => {
    const { here, browser, page } = signedIn
    const startsAt = Temporal.Now.instant().add({ hours: 24 * 5 })

    // The front door leads there quietly, below the doors.
    const asking = await freshPage(browser, { javaScriptEnabled: false })
    // The checks of a page need a script of their own; the same addresses, looked at beside.
    const beside = await freshPage(browser)
    const lookAt = async (address: string, name: string) => {
      await beside.goto(address)
      await look(beside, name)
    }
    await asking.goto(`${here.publicUrl}/harbor`)
    await lookAt(asking.url(), 'booking-front')
    await asking.getByRole('link', { name: 'Book a talk, a class or a family evening' }).click()
    await asking.getByRole('heading', { level: 1, name: 'Book a talk, a class or an evening' }).waitFor()
    await lookAt(asking.url(), 'booking-form')
    await beside.getByRole('button', { name: 'Send the booking' }).click()
    await beside.getByRole('alert').waitFor()
    await look(beside, 'booking-refused')

    // Mistakes are told at their field, and what was typed stays.
    await asking.getByLabel('Where').fill('Day room')
    await asking.getByRole('button', { name: 'Send the booking' }).click()
    expect(await asking.getByRole('alert').textContent()).toContain('Give the day and the time')
    expect(await asking.getByLabel('Where').inputValue()).toBe('Day room')
    await asking.getByLabel('Roll-call talk').check()
    await asking.getByRole('combobox', { name: 'Your agency' }).selectOption({ label: 'Larkfield Fire' })
    await asking.getByLabel('About how many will listen?').fill('12')
    await asking.locator('input[name=wishedAt]').fill(fieldValue(startsAt, zone))
    await asking.getByLabel('Your name').fill('Pat L.')
    await asking.getByLabel('Your number').fill('617-555-0199')
    await asking.getByRole('button', { name: 'Send the booking' }).click()
    await asking.getByText('We have your booking.').waitFor()
    expect(
      await asking.getByText(/A coordinator answers by \w{3}, \w{3} \d+, \d\d:\d\d E[DS]T/).count(),
    ).toBe(1)
    await lookAt(asking.url(), 'booking-received')
    const status = asking.url()
    // The coordinator hears of it by a mail that says nothing, and finds it on today.
    const [mail, ...more] = await mailWith(here, 'a booking is waiting')
    expect(more).toEqual([])
    expect(mail!.text).not.toMatch(/Larkfield|talk|Pat/i)
    expect(
      here.services.mailbox!.mails.filter((one) => one.subject.includes('a request is waiting')),
    ).toEqual([])
    await page.goto(`${here.teamUrl}/harbor/today`)
    await page.getByRole('heading', { name: 'Bookings to answer' }).waitFor()
    await look(page, 'booking-today')
    await page.getByRole('link', { name: 'Roll-call talk, Larkfield Fire' }).click()
    expect(page.url()).toBe(linkIn(mail!.text))
    await look(page, 'booking-to-answer')

    // Nobody is asked before the agency was spoken to; then time and place, as they were wished.
    expect(await page.getByRole('button', { name: 'Approve and call out' }).count()).toBe(0)
    await page.getByRole('combobox').first().selectOption('supervisor')
    await page.getByRole('button', { name: 'I spoke to the agency' }).click()
    await page.getByRole('button', { name: 'Approve and call out' }).waitFor()
    expect(await page.getByLabel('Session starts').inputValue()).toBe(fieldValue(startsAt, zone))
    expect(await page.getByLabel(/Place/).inputValue()).toBe('Day room')
    await look(page, 'booking-approve')
    await page.getByRole('link', { name: 'Who could come?' }).click()
    expect(await page.getByLabel(/Place/).inputValue()).toBe('Day room')
    await look(page, 'booking-who-could')
    await page.goBack()
    await asking.goto(status)
    await asking.getByText('The day and the time are being settled').waitFor()
    // The solver works now; a busy machine takes its time.
    await page.getByRole('button', { name: 'Approve and call out' }).click({ timeout: 30_000 })
    await page.getByText('Filling').first().waitFor()
    await look(page, 'booking-filling')
    await asking.getByRole('link', { name: 'Look again' }).click()
    await asking.getByText(/It stands: \w{3}, \w{3} \d+/).waitFor()
    await asking.getByText('We are finding whoever comes').waitFor()

    // The answer page asks no question about an incident.
    const offers = await mailWith(here, 'no hurry, answer needed', 2)
    expect(offers.every((one) => !/Larkfield|roll-call/i.test(one.text))).toBe(true)
    const answering = await freshPage(browser, { javaScriptEnabled: false })
    let seated = 0
    for (const offer of offers) {
      await answering.goto(linkIn(offer.text))
      if ((await answering.getByRole('button', { name: 'I’ll come' }).count()) === 0) continue
      expect(await answering.locator('input[name=conflict]').count()).toBe(0)
      await answering.getByText('Roll-call talk').waitFor()
      if (seated === 0) await lookAt(answering.url(), 'booking-offer')
      await answering.getByRole('button', { name: 'I’ll come' }).click()
      await answering
        .getByText(/You’re on the team|The seat was filled/)
        .first()
        .waitFor()
      seated += await answering.getByText('You’re on the team').count()
      if (seated === 2) break
    }
    expect(seated).toBe(2)
    await lookAt(answering.url(), 'booking-seated')
    await asking.getByRole('link', { name: 'Look again' }).click()
    await asking.getByText('Whoever comes to you is found.').waitFor()
    await lookAt(asking.url(), 'booking-confirmed')

    // It stands on today, and in the list among bookings alone.
    await page.goto(`${here.teamUrl}/harbor/today`)
    await page.getByRole('heading', { name: 'Bookings ahead' }).waitFor()
    await look(page, 'booking-ahead')
    await page.goto(`${here.teamUrl}/harbor/activations?about=incident`)
    expect(await page.getByText('Roll-call talk').count()).toBe(0)
    await page.goto(`${here.teamUrl}/harbor/activations?about=booking`)
    await page.getByText('Roll-call talk, Larkfield Fire').waitFor()
    await look(page, 'booking-list')
    await page.getByRole('link', { name: '0001' }).click()
    await page.getByText('Filled').first().waitFor()
    await look(page, 'booking-board')
    await fitsWhenZoomed(page)
    await page.setViewportSize({ width: 1280, height: 900 })

    // What the team reads, and the close-out: four questions less the one about follow-up.
    await page.getByRole('link', { name: 'Briefing, card, checklist' }).click()
    expect(await page.getByRole('link', { name: 'Checklist for the contact' }).count()).toBe(0)
    await page.getByRole('link', { name: /card/ }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Pre-incident education' }).waitFor()
    await look(page, 'booking-card')
    await here.base.setNow(startsAt.add({ hours: 1 }))
    await page.goto(linkIn(mail!.text))
    await page.getByRole('link', { name: 'Close out' }).click()
    await look(page, 'booking-close-out')
    expect(await page.getByRole('group', { name: /follow-up/ }).count()).toBe(0)
    await page.getByLabel('As planned').check()
    await page.getByLabel('11–20').check()
    await page.getByLabel('30–60 min').check()
    await page.getByRole('button', { name: 'Close out' }).click()
    await page.getByText('Activation closed').first().waitFor()
    expect(await page.getByRole('link', { name: 'Follow-ups' }).count()).toBe(0)
    await asking.getByRole('link', { name: 'Look again' }).click()
    await asking.getByText('It was held.').waitFor()
  }, 240_000)

  it('is written down by a coordinator while somebody is on the phone, in Spanish too', async () => {
    const { here, page } = signedIn
    await page.goto(`${here.teamUrl}/harbor/bookings/new`)
    await page.getByRole('button', { name: 'Send the booking' }).click()
    await page.getByRole('alert').waitFor()
    await look(page, 'booking-phone')
    await page.getByLabel('Family evening').check()
    await page.getByRole('combobox', { name: 'Your agency' }).selectOption({ label: 'Larkfield Fire' })
    await page.getByLabel('About how many will listen?').fill('30')
    await page.getByLabel('Where').fill('Town hall')
    const day = (await here.base.admin.query('select tailboard.now() as now')).rows[0].now
    const later = Temporal.Instant.from(String(day)).add({ hours: 24 * 20 })
    await page.locator('input[name=wishedAt]').fill(fieldValue(later, zone))
    await page.getByLabel('Your name').fill('Pat L.')
    await page.getByLabel('Your number').fill('617-555-0199')
    await page.getByRole('button', { name: 'Send the booking' }).click()
    await page.getByRole('heading', { level: 1, name: 'Family evening · Larkfield Fire' }).waitFor()
    await page.getByText('Call back first').waitFor()
    const spanish = await freshPage(signedIn.browser)
    await spanish.goto(`${here.publicUrl}/harbor?lang=es`)
    await spanish.getByRole('link', { name: /Reservar una charla/ }).click()
    await spanish.getByRole('button', { name: 'Enviar la reserva' }).click()
    expect(await spanish.getByRole('alert').textContent()).toContain('Elija qué desea.')
    await look(spanish, 'booking-spanish')
    await fitsWhenZoomed(spanish)
  }, 60_000)
})
