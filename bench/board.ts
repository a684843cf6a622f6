import type { Page } from 'playwright-core'
import { askMore } from '../src/activation/askMore.server.ts'
import { answerOffer, loadPlans } from '../src/activation/index.server.ts'
import { createAccount, grantRole, openSession } from '../src/identity/index.server.ts'
import { openBrowser } from '../test/harness/browser.ts'
import { median, round1 } from './muster.ts'
import { openServedWorld } from './servedWorld.ts'

const browsers = 20
const answers = 10

/**
 * From a member's answer that is committed to the moment a browser shows it, in twenty browsers that watch one board.
 * Members have no board, so ten of them answer, and coordinators and the clinical director watch. Server, database and
 * all twenty browsers share this machine's two cores.
 */
export async function board(): Promise<Record<string, number | string | boolean>> {
  const served = await openServedWorld()
  const { world, config, services } = served
  const chromium = await openBrowser()
  const delays: number[] = []
  try {
    const { db, auth } = services
    const { here } = world
    const proposed = await world.proposed()
    await world.approve(proposed)
    const more = await askMore({ db: world.db, solve: world.solve }, here.coordinator, proposed.id, 1)
    if (!more.ok) throw new Error(more.code)
    const [plan] = await db.read(here.coordinator, (reader) => loadPlans(reader, { planId: proposed.id }))
    const address = `${config.teamUrl.origin}/${here.slug}/activations/${proposed.activationId}`
    const pages: Page[] = []
    for (let number = 0; number < browsers; number++) {
      const account = await createAccount(auth, {
        email: `watcher${number}@coordination.example`,
        name: `Watcher ${number}`,
      })
      await db.write({ kind: 'system', regionId: here.regionId }, (tx) =>
        grantRole(tx, account, number === 19 ? 'clinical_director' : 'duty_coordinator'),
      )
      const [name, value] = (await openSession(auth, account, 'passkey')).split(';', 1)[0]!.split('=')
      const context = await chromium.newContext({ reducedMotion: 'reduce' })
      const url = config.teamUrl.origin.replace('http:', 'https:')
      await context.addCookies([{ name: name!, value: value!, url, secure: true }])
      const page = await context.newPage()
      await page.goto(address)
      await page.getByText('Live.').waitFor()
      await page.evaluate(watchTimeline)
      pages.push(page)
    }
    for (const offer of plan!.offers.slice(0, answers)) {
      await settled(pages)
      const member = { kind: 'member', memberId: offer.memberId, regionId: here.regionId } as const
      const said = await answerOffer(db, member, offer.id, {
        conflict: false,
        choice: 'not_this_time',
        fromAt: null,
      })
      if (!said.ok) throw new Error(said.code)
      const committed = performance.timeOrigin + performance.now()
      for (const page of pages) delays.push((await shown(page, committed)) - committed)
    }
  } finally {
    await chromium.close()
    await served.stop()
  }
  const slowest = Math.max(...delays)
  return {
    browsers,
    updates: delays.length,
    medianMilliseconds: round1(median(delays)),
    slowestMilliseconds: round1(slowest),
    goal: median(delays) < 200 && slowest < 1000,
  }
}

/** Runs in the page: notes when what happened reads differently. */
function watchTimeline(): void {
  const read = () => document.getElementById('live-timeline')?.textContent ?? ''
  let last = read()
  const seen: number[] = []
  new MutationObserver(() => {
    const now = read()
    if (now === last) return
    last = now
    seen.push(performance.timeOrigin + performance.now())
  }).observe(document.documentElement, { childList: true, subtree: true, characterData: true })
  Object.assign(globalThis, { seen })
}

/** When this page first showed something new after that moment. Throws after ten seconds. */
async function shown(page: Page, after: number): Promise<number> {
  const found = await page.waitForFunction(
    (since) => (globalThis as unknown as { seen: number[] }).seen.find((at) => at >= since - 50),
    after,
    { timeout: 10_000 },
  )
  return Math.max(after, (await found.jsonValue()) as number)
}

/** Nothing of the last answer is still under way. */
async function settled(pages: readonly Page[]): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1500))
  for (const page of pages)
    await page.evaluate(() => {
      ;(globalThis as unknown as { seen: number[] }).seen.length = 0
    })
}
