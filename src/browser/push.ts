// On "How we reach you": has this browser notified once its owner says so, and says plainly where that can't be. Every
// word it may need stands in the page already; it only shows the ones that hold.
type State = 'unsupported' | 'blocked' | 'offer' | 'here' | 'failed'

// A folder that holds no page: the worker answers for none of them, and the cards' own worker keeps its own.
const scope = '/push/'
const card = document.querySelector<HTMLElement>('[data-push-key]')
if (card !== null) begin(card, card.dataset.pushKey!)

function begin(card: HTMLElement, key: string): void {
  const show = (state: State) => {
    for (const part of card.querySelectorAll<HTMLElement>('[data-push]'))
      part.hidden = !part.dataset.push!.split(' ').includes(state)
  }
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) {
    show('unsupported')
    return
  }
  const form = card.querySelector<HTMLFormElement>('[data-push~=offer] form')!
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    agree(key)
      .then((subscription) => {
        if (subscription === null) {
          show(Notification.permission === 'denied' ? 'blocked' : 'offer')
          return
        }
        const { endpoint, keys } = subscription.toJSON()
        const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement
        field('endpoint').value = endpoint!
        field('p256dh').value = keys!.p256dh!
        field('auth').value = keys!.auth!
        form.submit()
      })
      .catch(() => show('failed'))
  })
  if (Notification.permission === 'denied') {
    show('blocked')
    return
  }
  mine(card, key).then(
    (item) => {
      for (const mark of item?.querySelectorAll<HTMLElement>('[data-push-this]') ?? []) mark.hidden = false
      show(item === null ? 'offer' : 'here')
    },
    () => show('offer'),
  )
}

/** The line of the list that is this browser; null: it is not notified, or no longer for whoever is signed in. */
async function mine(card: HTMLElement, key: string): Promise<Element | null> {
  const subscription = await (
    await navigator.serviceWorker.getRegistration(scope)
  )?.pushManager.getSubscription()
  if (!subscription || !isFor(subscription, key)) return null
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(subscription.endpoint))
  return card.querySelector(`[data-browser="${base64url(digest)}"]`)
}

/** Asks the owner, who may say no (null), and then the browser's maker for an address. */
async function agree(key: string): Promise<PushSubscription | null> {
  // First of all: a browser lets a page ask only right after a touch.
  if ((await Notification.requestPermission()) !== 'granted') return null
  const registration = await navigator.serviceWorker.register(pushWorkerAddress(), { scope })
  await started(registration)
  const earlier = await registration.pushManager.getSubscription()
  // Bound to a key this installation had once: nothing could arrive there.
  if (earlier !== null && !isFor(earlier, key)) await earlier.unsubscribe()
  return await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
}

/** No address is handed out before the worker runs. */
async function started(registration: ServiceWorkerRegistration): Promise<void> {
  const worker = registration.installing ?? registration.waiting
  if (registration.active !== null || worker === null) return
  await new Promise<void>((resolve, reject) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve()
      if (worker.state === 'redundant') reject(new Error('the worker was not taken'))
    })
  })
}

function isFor(subscription: PushSubscription, key: string): boolean {
  const bound = subscription.options.applicationServerKey
  return bound !== null && base64url(bound) === key
}

function base64url(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** The one policy by which this page names a script; written here, for each of these files is loaded alone. */
function pushWorkerAddress(): string {
  type Policy = { createScriptURL(address: string): string }
  const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, is: Policy): Policy } }
  const policy: Policy = { createScriptURL: () => '/push-worker.js' }
  return (trustedTypes?.createPolicy('tailboard-worker', policy) ?? policy).createScriptURL('')
}
