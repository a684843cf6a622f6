import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grantRole } from '../../src/identity/index.server.ts'
import type { Actor } from '../../src/platform/actor.ts'
import type { AccountId, MemberId } from '../../src/platform/ids.ts'
import { newId } from '../../src/platform/ids.ts'
import { loadPolicy } from '../../src/region/index.server.ts'
import {
  addMember,
  loadFiles,
  loadRequirements,
  recordDesignation,
  renewAgreement,
  select,
} from '../../src/roster/index.server.ts'
import { deployableOn } from '../../src/roster/index.ts'
import { keepPapersSoon, training } from '../../src/training/index.server.ts'
import { openBrowser } from '../harness/browser.ts'
import { type Installation, openInstallation } from '../harness/installation.ts'
import {
  accessible,
  fitsWhenZoomed,
  freshPage,
  linkIn,
  look,
  mailWith,
  signInPage,
} from '../harness/journey.ts'
import { accountWith, finishOnline } from '../harness/learner.ts'

const email = 'nell.p@learners.example'

describe('from enrolling to being called out, and to a paper that lapses', () => {
  let here: Installation
  let browser: Browser
  /** The learner's; each of the others has a browser of their own. */
  let page: Page
  let nell: AccountId
  let memberId: MemberId
  const begin = Temporal.Now.instant()
  const at = (days: number) => begin.add({ hours: 24 * days })
  const day = (days: number) => at(days).toZonedDateTimeISO('America/New_York').toPlainDate()
  beforeAll(async () => {
    here = await openInstallation()
    browser = await openBrowser()
    page = await freshPage(browser)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await here?.stop()
  })
  const course = () => here.services.library.courses.find((one) => one.id === 'peer-support-fundamentals')!
  const as = (accountId: AccountId, ...roles: Extract<Actor, { kind: 'account' }>['roles']) =>
    ({ kind: 'account', accountId, regionId: here.harbor.regionId, roles }) as const
  const system = () => ({ kind: 'system', regionId: here.harbor.regionId }) as const
  async function opened(account: AccountId, path: string): Promise<Page> {
    const other = await freshPage(browser)
    await signInPage(here, other, account)
    await other.goto(`${here.teamUrl}${path}`)
    return other
  }
  async function seen(other: Page, name: string): Promise<void> {
    await look(other, name)
    await fitsWhenZoomed(other)
    await other.setViewportSize({ width: 1280, height: 900 })
  }

  it('a visitor reads what the course is, asks to enrol, and finds it waiting behind the mail', async () => {
    await page.goto(`${here.publicUrl}/harbor`)
    await page.getByRole('link', { name: /Train with us/ }).click()
    await page.getByRole('link', { name: 'Peer support fundamentals' }).first().click()
    await page.getByText('Nobody has reviewed this course for this region yet.').first().waitFor()
    await seen(page, 'course-public')
    await page.getByRole('link', { name: 'Enrol', exact: true }).first().click()
    await page.getByRole('button', { name: 'Enrol' }).click()
    await page.getByRole('link', { name: 'Write an e-mail address, like kit@example.org.' }).waitFor()
    await seen(page, 'enrol-wrong')
    await page.getByLabel('Your name').fill('Nell P.')
    await page.getByLabel('Your own e-mail address').fill(email)
    await page.getByRole('button', { name: 'Enrol' }).click()
    await page.getByRole('heading', { name: 'A mail is on its way' }).waitFor()
    await seen(page, 'enrol-asked')
    const mails = await mailWith(here, 'Tailboard')
    await page.goto(linkIn(mails.findLast((mail) => mail.to === email)!.text))
    await page.getByRole('button', { name: 'Accept' }).click()
    await page.waitForURL('**/today')
    await seen(page, 'today-learner')
    await page.getByRole('link', { name: 'Learning' }).first().click()
    await page.getByRole('heading', { name: 'Waiting for you' }).waitFor()
    const name = page.getByLabel('Your name, as it should stand on a certificate').first()
    await name.fill('Nell P.')
    await page.getByRole('button', { name: 'Begin' }).click()
    await page.getByRole('heading', { name: 'Peer support fundamentals' }).waitFor()
    nell = (await here.base.admin.query('select id from auth."user" where email = $1', [email])).rows[0]
      .id as AccountId
  }, 60_000)

  it('reads, practises and passes; a clinician marks the course as reviewed for this region', async () => {
    const enrolmentId = page.url().split('/').at(-1)!
    await finishOnline(here, as(nell, 'learner'), course(), enrolmentId)
    const lena = await accountWith(here, 'clinical_director', 'lena.f@peers.example')
    const clinic = await opened(lena, '/harbor/training')
    await seen(clinic, 'training-director')
    await clinic.getByRole('link', { name: 'Preview of Peer support fundamentals', exact: true }).click()
    await clinic.getByRole('heading', { level: 1, name: 'Peer support fundamentals' }).waitFor()
    // All of a course on one page is more than fits a picture.
    await accessible(clinic, 'course-preview')
    await fitsWhenZoomed(clinic)
    await clinic.getByLabel('Who read it').fill('Lena F.')
    await clinic.getByLabel('Their licence').fill('LMHC, Massachusetts, FICT-0007')
    await clinic.getByRole('button', { name: 'Mark this text as reviewed' }).click()
    await clinic.getByText('Lena F.').first().waitFor()
    await page.goto(`${here.publicUrl}/harbor/courses/peer-support-fundamentals`)
    await page
      .getByText(/Lena F\./)
      .first()
      .waitFor()
    await clinic.context().close()
  }, 90_000)

  it('takes a seat in a class, is there, and shows every skill to an instructor', async () => {
    const toni = await accountWith(here, 'instructor', 'toni.w@peers.example')
    const starts = day(10).toZonedDateTime({ timeZone: 'America/New_York', plainTime: '09:00' }).toInstant()
    const meetings = [0, 24].map((hours) => ({
      startsAt: starts.add({ hours }),
      endsAt: starts.add({ hours: hours + 8 }),
    }))
    const planned = await training.planClass(here.services, as(here.coordinator, 'duty_coordinator'), {
      ...{ id: newId<string>(), course: course().id, place: 'Kettle Point, training room', seats: 8 },
      ...{ instructor: toni, meetings },
    })
    if (!planned.ok) throw new Error(planned.code)
    await page.goto(`${here.teamUrl}/harbor/classes`)
    await page.getByRole('button', { name: 'Take a seat' }).click()
    await page.getByText('you have a seat').waitFor()
    await seen(page, 'classes-learner')
    await here.base.setNow(starts.add({ hours: 33 }))
    const room = await opened(toni, `/harbor/classes/${planned.value.id}`)
    await seen(room, 'class-instructor')
    for (const _ of meetings) await room.getByRole('button', { name: 'Keep the minutes' }).first().click()
    await room.getByText('Nell P.').last().click()
    for (const skill of await room.getByRole('radio', { name: 'shown', exact: true }).all())
      await skill.check({ force: true })
    await seen(room, 'class-sign-off')
    await room.getByRole('button', { name: 'Keep it' }).click()
    await room.getByText(`${course().skills.length} of ${course().skills.length} shown`).first().waitFor()
    await room.context().close()
    await mailWith(here, 'your certificate is there')
  }, 90_000)

  it('holds a certificate, and shows of it what they choose', async () => {
    await signInPage(here, page, nell)
    await page.goto(`${here.teamUrl}/harbor/learning`)
    await page.getByRole('link', { name: 'Peer support fundamentals' }).click()
    await page.getByRole('link', { name: 'Open the certificate' }).click()
    await seen(page, 'certificate')
    await page.getByRole('button', { name: 'Make a link' }).click()
    const shown = await freshPage(browser)
    const link = (await page.content()).match(/https?:\/\/[^"<\s]+\/harbor\/certificates\/[\w-]+/)![0]
    await shown.goto(link)
    await shown.getByText('Peer support fundamentals').first().waitFor()
    await shown
      .getByText(/Valid on/)
      .first()
      .waitFor()
    expect(await shown.content()).not.toContain('Nell P.')
    await seen(shown, 'certificate-shown')
    await shown.context().close()
  }, 60_000)

  it('enters the papers the state’s law names; a coordinator looks at them, and now they may be called out', async () => {
    const { db } = here.services
    const rae = as(here.coordinator, 'duty_coordinator')
    await page.goto(`${here.teamUrl}/harbor/learning/way`)
    await page.getByText(/Not yet: \d+ things are open/).waitFor()
    await seen(page, 'way-open')
    const added = await addMember(db, rae, {
      ...{
        agencyId: here.harbor.agencies.get('Larkfield Fire')!,
        furtherAgencies: [],
        name: 'Nell P.',
        email,
      },
      ...{
        role: 'peer',
        rankBand: 'line',
        disciplines: ['fire'],
        languages: ['en'],
        town: 'Larkfield',
        place: null,
      },
    })
    if (!added.ok) throw new Error(added.code)
    memberId = added.value.memberId
    await db.write(system(), (tx) => grantRole(tx, nell, 'peer', { memberId }))
    for (const done of [
      await select(db, rae, memberId, day(11)),
      await renewAgreement(db, rae, memberId, day(11)),
      await recordDesignation(db, rae, memberId, { document: 'letter of the chief', designatedOn: day(11) }),
    ])
      if (!done.ok) throw new Error(done.code)
    expect(await goes(11)).toBe(false)
    for (const kind of ['AIC', 'GCI']) {
      await page.goto(`${here.teamUrl}/harbor/learning/claims`)
      await page.getByLabel('What it is').selectOption(kind)
      await page.getByLabel('Who issued it').fill('ICISF')
      await page.getByLabel('Number').fill(`FICT-NELL-${kind}`)
      await page.getByLabel('Issued on').fill(day(-30).toString())
      await page.getByLabel('First day on which it no longer counts').fill(day(200).toString())
      await page.getByLabel('What you can show').selectOption({ index: 1 })
      await page.getByLabel('Where it is kept').fill('with Rae, folder 3')
      await page.getByRole('button', { name: 'Enter it' }).click()
      await page.getByText('A coordinator looks at it').first().waitFor()
    }
    await seen(page, 'claims')
    expect(await goes(11)).toBe(false)
    const desk = await opened(here.coordinator, '/harbor/training')
    await seen(desk, 'training-coordinator')
    for (let left = 2; left > 0; left--)
      await desk.getByRole('button', { name: 'I have seen it, and it is as entered' }).first().click()
    await desk.getByText('I have seen it, and it is as entered').waitFor({ state: 'detached' })
    await desk.goto(`${here.teamUrl}/harbor/training/courses/peer-support-fundamentals`)
    await seen(desk, 'kept-course')
    await desk.context().close()
    await page.goto(`${here.teamUrl}/harbor/learning/way`)
    await page.getByText('You may be called out').waitFor()
    await seen(page, 'way-done')
    // A line that is done has no step: on a phone nothing stands for it, in the table a dash.
    const nothing = page.getByRole('cell').filter({ hasText: /^–$/ }).first()
    expect((await nothing.boundingBox())!.height).toBeGreaterThan(20)
    await page.setViewportSize({ width: 390, height: 844 })
    expect((await nothing.boundingBox())!.height).toBeLessThan(5)
    await page.setViewportSize({ width: 1280, height: 900 })
    expect(await goes(11)).toBe(true)
  }, 120_000)

  it('is told before a paper runs out, with how it is renewed, and is not called out once it has', async () => {
    await here.base.setNow(at(170))
    await here.services.db.write(system(), keepPapersSoon)
    const [mail] = (await mailWith(here, 'runs out')).filter((one) => one.to === email)
    expect(mail!.subject).toContain('30 days')
    expect(mail!.text).toContain('Renew it with whoever issued it')
    expect(mail!.text).not.toMatch(/next class/i)
    expect(`${mail!.subject} ${mail!.text}`).not.toMatch(/AIC|GCI|ICISF|Peer support/)
    expect(await goes(170)).toBe(true)
    await signInPage(here, page, nell)
    await page.goto(`${here.teamUrl}/harbor/today`)
    await seen(page, 'today-papers')
    await here.base.setNow(at(201))
    expect(await goes(201)).toBe(false)
    await signInPage(here, page, nell)
    await page.goto(`${here.teamUrl}/harbor/learning/way`)
    await page.getByText(/Not yet: \d+ things are open/).waitFor()
    await seen(page, 'way-lapsed')
  }, 60_000)

  /** Whether the rule that composes teams would let them go on that day. */
  async function goes(days: number): Promise<boolean> {
    return await here.services.db.read(system(), async (reader) => {
      const { policy } = await loadPolicy(reader)
      const file = (await loadFiles(reader, 'America/New_York', memberId)).get(memberId)!
      return deployableOn(file, day(days), await loadRequirements(reader, policy)).deployable
    })
  }
})
