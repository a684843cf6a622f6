import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import type * as crypto from '../src/crypto/index.ts'
import { openBrowser } from '../test/harness/browser.ts'
import { median, round1 } from './muster.ts'

const address = 'http://localhost/'
const slowdown = 4
type Numbers = Record<string, number | string | boolean>

/**
 * What the envelope costs a person's phone: from seven words to keys, and a message sealed and opened, in Chromium, at
 * this machine's pace and four times slower. A peer's list of eight is sealed to at once.
 */
export async function seal(): Promise<Numbers> {
  const code = await bundle(process.env.TAILBOARD_ROOT ?? process.cwd())
  const chromium = await openBrowser()
  try {
    const page = await chromium.newPage()
    // WebCrypto wants a secure address; nothing listens there.
    await page.route(address, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>seal</title>' }),
    )
    await page.goto(address)
    await page.addScriptTag({ type: 'module', content: code })
    const plain = await measure(page)
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    const slow = await measure(page)
    return {
      weightBytes: brotliCompressSync(code).length,
      ...plain,
      ...Object.fromEntries(Object.entries(slow).map(([name, value]) => [`${name}Slowed`, value])),
      receiptWithinGoal: slow.receiptMs <= 1_500,
      messageWithinGoal: slow.sealMs + slow.openMs <= 5,
    }
  } finally {
    await chromium.close()
  }
}

/** The face of `crypto` as a page would load it, at `window.envelope`. */
async function bundle(root: string): Promise<string> {
  const entry = '\0envelope'
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'envelope',
        resolveId: (id) => (id === 'envelope' ? entry : null),
        load: (id) =>
          id === entry
            ? `import * as envelope from ${JSON.stringify(join(root, 'src/crypto/index.ts'))}; window.envelope = envelope`
            : null,
      },
    ],
    build: {
      write: false,
      modulePreload: false,
      target: ['chrome123', 'safari17.5', 'firefox121'],
      rolldownOptions: { input: { envelope: 'envelope' } },
    },
  })
  const [output] = [built].flat()
  if (!('output' in output!)) throw new Error('the bundler watches instead of building')
  return output.output[0].code
}

async function measure(page: Page) {
  const times = await page.evaluate(async () => {
    const envelope = (globalThis as unknown as { envelope: typeof crypto }).envelope
    const region = '018f3b8e-7a10-7c3d-9b2e-5f6a7b8c9d01'
    const talk = { region, conversation: '018f3b8e-7a11-7c3d-9b2e-5f6a7b8c9d02' }
    const time = async <T>(work: () => Promise<T>) => {
      const from = performance.now()
      const value = await work()
      return { value, took: performance.now() - from }
    }
    const receipts: number[] = []
    let receipt = await envelope.receiptKeys(envelope.drawWords(7), region)
    for (let round = 0; round < 5; round++) {
      const words = envelope.drawWords(7)
      const one = await time(() => envelope.receiptKeys(words, region))
      receipt = one.value
      receipts.push(one.took)
    }
    const identity = await envelope.makeIdentity('2026-11-29')
    const records = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        envelope.publishKey(
          identity,
          { region, member: `018f3b8e-7a12-7c3d-9b2e-5f6a7b8c9d0${at}` },
          envelope.makeKey(1),
          '2026-11-29',
        ),
      ),
    )
    const begun = await time(() => envelope.beginConversation(talk, receipt, records))
    if (!begun.value.ok) throw new Error(begun.value.code)
    const { key } = begun.value.value
    let chain = envelope.startChain(talk)
    const messages: crypto.StoredMessage[] = []
    const text = 'I keep hearing the radio from that night. '.repeat(5)
    const count = 500
    const sealing = await time(async () => {
      for (let number = 0; number < count; number++) {
        const written = await envelope.sealMessage(chain, 'seeker', key, { text, at: 1 })
        if (!written.ok) throw new Error(written.code)
        chain = written.value.chain
        messages.push(written.value.message)
      }
    })
    const opening = await time(() => envelope.openMessages(envelope.startChain(talk), [key], messages))
    if (opening.value.refused !== null) throw new Error(opening.value.refused.code)
    return { receipts, begin: begun.took, seal: sealing.took / count, open: opening.took / count }
  })
  const hundredths = (value: number) => Math.round(value * 100) / 100
  return {
    receiptMs: round1(median(times.receipts)),
    beginForEightMs: round1(times.begin),
    sealMs: hundredths(times.seal),
    openMs: hundredths(times.open),
    sealedPerSecond: Math.round(1000 / times.seal),
    openedPerSecond: Math.round(1000 / times.open),
  }
}
