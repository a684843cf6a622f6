// On a facilitator's card: keeps this page and its stylesheet, so that it opens without a network later.
const cards = location.pathname.replace(/[^/]*$/, '')
if ('serviceWorker' in navigator) {
  navigator.serviceWorker
    .register(cardWorkerAddress(), { scope: cards })
    .then(() => caches.open('cards'))
    .then((cache) => {
      const styles = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(
        (link) => link.href,
      )
      return cache.addAll([location.href, ...styles])
    })
    .then(() => document.documentElement.setAttribute('data-kept', 'yes'))
    // Without it the card is a page like any other; paper is the rule in the room.
    .catch(() => {})
}

/** The one policy by which this page names a script; written here, for each of these files is loaded alone. */
function cardWorkerAddress(): string {
  type Policy = { createScriptURL(address: string): string }
  const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, is: Policy): Policy } }
  const policy: Policy = { createScriptURL: () => '/card-worker.js' }
  return (trustedTypes?.createPolicy('tailboard-worker', policy) ?? policy).createScriptURL('')
}
