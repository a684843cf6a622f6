import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../test/harness/browser.ts'
import { median, round1 } from './muster.ts'
import { openServedWorld } from './servedWorld.ts'

const visits = 9
/** A slow phone network, and a phone of years ago. */
const network = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 }
const slowerProcessor = 4

/** Each page with the most it may weigh, compressed; the support page also has to stand there in time. */
const pages: Readonly<Record<string, { path: string; mostBytes: number; mostMilliseconds: number | null }>> =
  {
    support: { path: '', mostBytes: 20_000, mostMilliseconds: 1200 },
    limits: { path: '/limits', mostBytes: 20_000, mostMilliseconds: null },
    check: { path: '/check', mostBytes: 20_000, mostMilliseconds: null },
    write: { path: '/write', mostBytes: 90_000, mostMilliseconds: null },
  }

/**
 * What somebody's old phone has to load and wait for before a support page stands there: bytes, compressed and as
 * sent, and the largest contentful paint, each visit in a browser that has seen nothing. Server and browser share this machine's cores.
 */
export async function weight(): Promise<Record<string, number | string | boolean>> {
  // Counsel dated no law here: only in the demonstration can somebody write.
  const served = await openServedWorld({ TAILBOARD_DEMO: '1' })
  const { world, config } = served
  const chromium = await openBrowser()
  try {
    const base = `${config.publicUrl.origin}/${world.here.slug}/support`
    const results: Record<string, number | string | boolean> = { visits }
    let goal = true
    for (const [name, { path, mostBytes, mostMilliseconds }] of Object.entries(pages)) {
      const seen: Visit[] = []
      for (let visit = 0; visit < visits; visit++) seen.push(await visited(chromium, base + path))
      const bytes = await compressed(base + path)
      const painted = round1(median(seen.map((one) => one.painted)))
      goal &&= bytes <= mostBytes && (mostMilliseconds === null || painted <= mostMilliseconds)
      results[`${name}CompressedBytes`] = bytes
      results[`${name}CompressedLimit`] = mostBytes
      results[`${name}SentBytes`] = median(seen.map((one) => one.sent))
      results[`${name}PaintMilliseconds`] = painted
      results[`${name}SlowestPaint`] = round1(Math.max(...seen.map((one) => one.painted)))
    }
    return { ...results, goal }
  } finally {
    await chromium.close()
    await served.stop()
  }
}

type Visit = { readonly sent: number; readonly painted: number }

async function visited(chromium: Browser, address: string): Promise<Visit> {
  const context = await chromium.newContext({ viewport: { width: 390, height: 844 } })
  try {
    const page = await context.newPage()
    const client = await context.newCDPSession(page)
    let sent = 0
    client.on('Network.loadingFinished', (one) => {
      sent += one.encodedDataLength
    })
    await client.send('Network.enable')
    await client.send('Network.emulateNetworkConditions', network)
    await client.send('Emulation.setCPUThrottlingRate', { rate: slowerProcessor })
    const answer = await page.goto(address, { waitUntil: 'load' })
    if (answer?.status() !== 200) throw new Error(`${address} answers ${answer?.status()}`)
    const painted = await page.evaluate(largestPaint)
    return { sent, painted }
  } finally {
    await context.close()
  }
}

/** Runs in the page: milliseconds from its start to its largest paint, once nothing larger has come for half a second. */
function largestPaint(): Promise<number> {
  return new Promise((resolve) => {
    let last = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) last = entry.startTime
    }).observe({ type: 'largest-contentful-paint', buffered: true })
    setTimeout(() => resolve(last), 500)
  })
}

/** The page with its stylesheet and scripts, what these load besides and a worker, as a proxy that compresses sends them. */
async function compressed(address: string): Promise<number> {
  const page = await (await fetch(address)).text()
  const parts = new Set([...page.matchAll(/"(\/assets\/[^"]+\.(?:js|css))"/g)].map(([, path]) => path!))
  let sum = gzipSync(page).length
  // A set that grows while it is walked: what a part names comes after it.
  for (const path of parts) {
    const text = await (await fetch(new URL(path, address))).text()
    sum += gzipSync(text).length
    for (const [, part] of text.matchAll(/(?:from|import)\s?["'`]\.\/([\w-]+\.js)["'`]/g))
      parts.add(`/assets/${part}`)
  }
  return sum
}
