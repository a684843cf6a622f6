import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../test/harness/browser.ts'
import { median, round1 } from './muster.ts'
import { openServedWorld } from './servedWorld.ts'

const visits = 9
/** A slow phone network, and a phone of years ago. */
const network = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 }
const slowerProcessor = 4

/**
 * What somebody's old phone has to load and wait for before the support page stands there: bytes, compressed and as
 * sent, and the largest contentful paint, each visit in a browser that has seen nothing. Server and browser share this machine's cores.
 */
export async function weight(): Promise<Record<string, number | string | boolean>> {
  const served = await openServedWorld()
  const { world, config } = served
  const chromium = await openBrowser()
  try {
    const base = `${config.publicUrl.origin}/${world.here.slug}/support`
    const results: Record<string, number | string | boolean> = { visits }
    for (const [name, path] of Object.entries({ support: '', limits: '/limits', check: '/check' })) {
      const seen: Visit[] = []
      for (let visit = 0; visit < visits; visit++) seen.push(await visited(chromium, base + path))
      results[`${name}CompressedBytes`] = await compressed(base + path)
      results[`${name}SentBytes`] = median(seen.map((one) => one.sent))
      results[`${name}PaintMilliseconds`] = round1(median(seen.map((one) => one.painted)))
      results[`${name}SlowestPaint`] = round1(Math.max(...seen.map((one) => one.painted)))
    }
    const { supportCompressedBytes, supportPaintMilliseconds } = results
    return {
      ...results,
      goal: Number(supportCompressedBytes) <= 20_000 && Number(supportPaintMilliseconds) <= 1200,
    }
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
    await page.goto(address, { waitUntil: 'load' })
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

/** The page with its stylesheet and script, as a proxy that compresses sends them. */
async function compressed(address: string): Promise<number> {
  const page = await (await fetch(address)).text()
  const parts = [...page.matchAll(/(?:<link rel="stylesheet" href|<script src)="([^"]+)"/g)]
  const texts = await Promise.all(
    parts.map(async ([, path]) => await (await fetch(new URL(path!, address))).text()),
  )
  return [page, ...texts].reduce((sum, text) => sum + gzipSync(text).length, 0)
}
