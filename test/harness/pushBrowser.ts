import type { Page, Worker } from 'playwright-core'
import type { Subscribed } from './pushService.ts'

/**
 * This page's browser agrees as one that reaches its maker would, and is handed this address: a browser of the tests
 * reaches nobody. Everything else, the worker too, is the browser's own.
 */
export async function handsOut(page: Page, subscribed: Subscribed): Promise<void> {
  await page.addInitScript(({ endpoint, p256dh, auth }) => {
    const bytes = (text: string) =>
      Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
    const agreed = (key: string) => ({
      ...{ endpoint, options: { applicationServerKey: bytes(key).buffer } },
      toJSON: () => ({ endpoint, keys: { p256dh, auth } }),
    })
    // As a browser's own: it outlives the page.
    PushManager.prototype.getSubscription = async () => {
      const key = localStorage.getItem('agreed')
      return (key === null ? null : agreed(key)) as unknown as PushSubscription
    }
    PushManager.prototype.subscribe = async (options) => {
      if (options?.userVisibleOnly !== true) throw new Error('a browser refuses to be woken unseen')
      const registration = await navigator.serviceWorker.getRegistration('/push/')
      if (!registration?.active) throw new DOMException('no active service worker', 'AbortError')
      const key = String(options.applicationServerKey)
      localStorage.setItem('agreed', key)
      return agreed(key) as unknown as PushSubscription
    }
    // Without a screen the browser shows no notifications, and says so by refusing them.
    Object.defineProperty(Notification, 'permission', { get: () => 'default' })
    Notification.requestPermission = async () => 'granted'
  }, subscribed)
}

export type Shown = {
  readonly title: string
  readonly tag: string | undefined
  readonly data: { readonly path: unknown }
}

type Own = {
  registration: { showNotification(title: string, options: object): Promise<void> }
  clients: { openWindow(address: string): Promise<null> }
}

/** The page's own push worker, as it runs in this browser. */
export async function pushWorker(page: Page) {
  const running = () =>
    page
      .context()
      .serviceWorkers()
      .find((one) => one.url().endsWith('/push-worker.js'))
  const worker: Worker = running() ?? (await page.context().waitForEvent('serviceworker'))
  return {
    /** Hands it what a push service would, and answers what it shows. */
    async receive(text: string): Promise<Shown[]> {
      return await worker.evaluate(async (given) => {
        const own = self as unknown as Own
        const shown: Shown[] = []
        own.registration.showNotification = async (title, options) => {
          shown.push({ title, ...(options as Omit<Shown, 'title'>) })
        }
        const waits: Promise<unknown>[] = []
        const data = { json: () => JSON.parse(given) }
        const event = Object.assign(new Event('push'), {
          data,
          waitUntil: (done: Promise<unknown>) => waits.push(done),
        })
        self.dispatchEvent(event)
        await Promise.all(waits)
        return shown
      }, text)
    },
    /** Touches what was shown, and answers what opens. */
    async touch(data: Shown['data']): Promise<string[]> {
      return await worker.evaluate(async (given) => {
        const own = self as unknown as Own
        const opened: string[] = []
        own.clients.openWindow = async (address) => {
          opened.push(address)
          return null
        }
        const waits: Promise<unknown>[] = []
        const event = Object.assign(new Event('notificationclick'), {
          notification: { data: given, close() {} },
          waitUntil: (done: Promise<unknown>) => waits.push(done),
        })
        self.dispatchEvent(event)
        await Promise.all(waits)
        return opened
      }, data)
    },
  }
}
