import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContextOptions, CDPSession, Page } from 'playwright-core'
import { expect, vi } from 'vitest'
import { approvePlan, loadPlans, recordContact, requestTeam } from '../../src/activation/index.server.ts'
import type { Mail } from '../../src/messaging/index.ts'
import type { Actor } from '../../src/platform/actor.ts'
import type { AccountId } from '../../src/platform/ids.ts'
import { openBrowser } from './browser.ts'
import { type Installation, openInstallation } from './installation.ts'
import { signInAs } from './signIn.ts'

const pictures = join(import.meta.dirname, '../screens')

export type SignedIn = {
  readonly here: Installation
  readonly browser: Browser
  readonly page: Page
  stop(): Promise<void>
}

/** An installation, a browser, and a page in which its coordinator is signed in. */
export async function openSignedIn(): Promise<SignedIn> {
  const here = await openInstallation()
  const browser = await openBrowser()
  const page = await freshPage(browser)
  await signInPage(here, page, here.coordinator)
  await page.goto(`${here.teamUrl}/harbor/today`)
  return {
    here,
    browser,
    page,
    async stop() {
      await browser.close()
      await here.stop()
    },
  }
}

/**
 * A page in a fresh browser; whatever its console calls an error fails the test. It asks the server for news ten times as often as
 * in somebody's hand, so that nobody waits for the next look.
 */
export async function freshPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  context.setDefaultTimeout(15_000)
  await context.addInitScript(() => {
    const asPatient = window.setInterval.bind(window)
    window.setInterval = ((work: TimerHandler, pause = 0, ...given: unknown[]) =>
      asPatient(work, pause >= 1000 ? pause / 10 : pause, ...given)) as typeof window.setInterval
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => expect.unreachable(String(error)))
  return page
}

/** A phone with a finger on it. */
export async function withAuthenticator(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page)
  await client.send('WebAuthn.enable')
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

/** No accessibility violation. */
export async function accessible(page: Page, name: string): Promise<void> {
  const violations = await violationsOn(page)
  expect(violations.map((one) => `${name}: ${one.id} ${one.nodes[0]?.html}`)).toEqual([])
}

/** The same; in the long run a picture of it at both widths, light and dark. */
export async function look(page: Page, name: string): Promise<void> {
  await accessible(page, name)
  if (process.env.TAILBOARD_LONG === undefined) return
  mkdirSync(pictures, { recursive: true })
  for (const [size, width, height] of [
    ['phone', 390, 844],
    ['desktop', 1280, 900],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: join(pictures, `${name}-${size}-${colorScheme}.png`), fullPage: true })
    }
  }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
// The one rule that reads a page's style sheets anew is not among those that run by default.
const check = `${axe};axe.run({ resultTypes: ['violations'], preload: { assets: ['media'] } }).then((all) => all.violations)`
/** Kept as long as the page: closing one takes a page's virtual authenticator away with it. */
const sessions = new WeakMap<Page, CDPSession>()

/** What axe-core finds. Its half a megabyte is most of the work of a look, so it goes there once and the short way. */
async function violationsOn(page: Page): Promise<AxeResults['violations']> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page))
  sessions.set(page, session)
  const how = { expression: check, awaitPromise: true, returnByValue: true }
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', how)
  if (exceptionDetails !== undefined)
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result.value
}

/** A page of 1280 pixels at 400 %, which is what 320 pixels are: nothing may need scrolling sideways. */
export async function fitsWhenZoomed(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 })
  const wide = await page.evaluate(() => ({
    page: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }))
  expect([page.url(), wide.page]).toEqual([page.url(), wide.window])
}

export const linkIn = (text: string) => /https?:\/\/\S+/.exec(text)![0]

export async function mailWith(here: Installation, subject: string, count = 1): Promise<Mail[]> {
  const found = () => here.services.mailbox!.mails.filter((mail) => mail.subject.includes(subject))
  await vi.waitFor(() => expect(found().length).toBeGreaterThanOrEqual(count), {
    timeout: 15_000,
    interval: 50,
  })
  return found()
}

/** Signs the installation's coordinator in, in this page's browser, by the link that was mailed. */
export async function signInCoordinator(
  here: Installation,
  page: Page,
  email = 'rae.h@coordination.example',
): Promise<void> {
  await page.goto(`${here.teamUrl}/sign-in?lang=en`)
  await page.getByRole('textbox').first().fill(email)
  await page.getByRole('button', { name: 'Send the mail' }).click()
  const mail = await vi.waitFor(async () => {
    const last = (await mailWith(here, 'sign')).findLast((one) => one.to === email)
    if (last === undefined) throw new Error('no link yet')
    return last
  })
  await page.goto(linkIn(mail.text))
  await page.getByRole('button').first().click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await proveFor(here, email)
  await page.goto(`${here.teamUrl}/`)
  await page.waitForURL('**/today')
}

/** Signs an account in, in this page's browser, with its second factor proven and nothing to click. */
export async function signInPage(here: Installation, page: Page, accountId: AccountId): Promise<void> {
  const [name, value] = (await signInAs(here.services.auth, accountId)).split('=', 2)
  // Its name asks for a secure address; browsers take this machine's own for one.
  const url = here.teamUrl.replace('http:', 'https:')
  await page.context().addCookies([{ name: name!, value: value!, url, secure: true }])
}

/** As if this person had shown a second factor in every session they have open; its own journey shows one. */
export async function proveFor(here: Pick<Installation, 'base'>, email: string): Promise<void> {
  await here.base.admin.query(
    `update auth.session set strength = 'passkey', proven_at = tailboard.now()
     where "userId" = (select id from auth."user" where email = $1)`,
    [email],
  )
}

/** A defusing for a crew of six is called out; answers with the links that went to the members. */
export async function callOut(here: Installation) {
  const { db } = here.services
  const { regionId, agencies } = here.harbor
  const now = Temporal.Now.instant()
  const coordinator: Actor = {
    kind: 'account',
    accountId: here.coordinator,
    regionId,
    roles: ['duty_coordinator'],
  }
  const asked = await requestTeam(db, regionId, {
    kind: 'child_death_or_injury',
    occurredAt: now.subtract({ hours: 2 }),
    overAt: now.subtract({ hours: 1 }),
    town: 'Larkfield',
    agencyId: agencies.get('Larkfield Fire')!,
    groups: [{ role: 'firefighters', count: 6 }],
    requesterName: 'Pat L.',
    callbackPhone: '617-555-0199',
  })
  if (!asked.ok) throw new Error(asked.code)
  const { activationId } = asked.value
  await recordContact(db, coordinator, activationId, { role: 'shift commander', spokenAt: now, overAt: null })
  const [plan] = await db.read(coordinator, (reader) => loadPlans(reader, { activationId }))
  const deps = { db, solve: here.services.solver.solve }
  const approved = await approvePlan(deps, coordinator, plan!.id, {
    startsAt: now.add({ hours: 3 }),
    place: 'Community room',
    signOffRole: null,
  })
  if (!approved.ok) throw new Error(approved.code)
  const mails = await mailWith(here, 'answer needed', approved.value.offers)
  return { activationId, planId: plan!.id, links: mails.map((mail) => linkIn(mail.text)) }
}
