// Answers for cards alone (its scope is their folder): the network first, what was kept when there is none.
// Cards name no incident and no person, so keeping them gives nothing away.
type Asked = { readonly request: Request; respondWith(answer: Promise<Response>): void }
const worker = self as unknown as {
  addEventListener(what: 'fetch', listener: (event: Asked) => void): void
  addEventListener(
    what: 'activate',
    listener: (event: { waitUntil(done: Promise<unknown>): void }) => void,
  ): void
  readonly clients: { claim(): Promise<void> }
}

worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET') return
  event.respondWith(
    fetch(request).then(
      (answer) => keep(request, answer),
      () => kept(request),
    ),
  )
})

async function keep(request: Request, answer: Response): Promise<Response> {
  // Whoever is signed out is led elsewhere: that page is no card.
  if (answer.ok && !answer.redirected && answer.type === 'basic') {
    const copy = answer.clone()
    await (await caches.open('cards')).put(request, copy)
  }
  return answer
}

async function kept(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? Response.error()
}
