// Shows what arrives, and opens it when it is touched; nothing else. It answers for no page and keeps nothing.
type Shown = {
  readonly data: { readonly path?: unknown } | null
  close(): void
}
type Happened = { waitUntil(done: Promise<unknown>): void }
type Arrived = Happened & { readonly data: { json(): unknown } | null }
type Touched = Happened & { readonly notification: Shown }
const notifier = self as unknown as {
  addEventListener(what: 'push', listener: (event: Arrived) => void): void
  addEventListener(what: 'notificationclick', listener: (event: Touched) => void): void
  readonly registration: { showNotification(title: string, options: object): Promise<void> }
  readonly clients: { openWindow(address: string): Promise<unknown> }
  readonly location: { readonly origin: string }
}

notifier.addEventListener('push', (event) => {
  const { line, lang, tag, path } = told(event.data)
  event.waitUntil(
    notifier.registration.showNotification(typeof line === 'string' ? line : 'Tailboard', {
      ...(typeof lang === 'string' ? { lang } : {}),
      // A repeat replaces what is shown already.
      ...(typeof tag === 'string' ? { tag } : {}),
      data: { path },
      requireInteraction: true,
    }),
  )
})

notifier.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(notifier.clients.openWindow(address(event.notification.data?.path)))
})

/** Whatever arrives must be shown, or a browser takes the agreement back. */
function told(data: Arrived['data']): Readonly<Record<string, unknown>> {
  try {
    return (data?.json() ?? {}) as Record<string, unknown>
  } catch {
    return {}
  }
}

/** On this site and nowhere else. */
function address(path: unknown): string {
  const { origin } = notifier.location
  if (typeof path !== 'string' || !URL.canParse(path, origin)) return origin
  const url = new URL(path, origin)
  return url.origin === origin ? url.href : origin
}
