/** An answer as JSON; a refusal with its code; or nobody answered. */
export type Asked<Body> =
  | { readonly ok: true; readonly body: Body }
  | { readonly ok: false; readonly code: string; readonly status: number }

const patience = 20_000

/**
 * Asks our own host. A seeker's page sends no cookie (`omit`); a peer's sends its session. The access secret travels in a
 * header and nowhere else. Nothing is kept by the browser.
 */
export async function ask<Body = unknown>(
  path: string,
  how: {
    readonly credentials: 'omit' | 'same-origin'
    readonly form?: Readonly<Record<string, string>>
    readonly access?: string | undefined
  },
): Promise<Asked<Body>> {
  const stopped = new AbortController()
  const timer = setTimeout(() => stopped.abort(), patience)
  try {
    const answer = await fetch(path, {
      method: how.form === undefined ? 'GET' : 'POST',
      credentials: how.credentials,
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: stopped.signal,
      headers: how.access === undefined ? {} : { 'x-tailboard-access': how.access },
      ...(how.form === undefined ? {} : { body: new URLSearchParams(how.form) }),
    })
    const json = (answer.headers.get('content-type') ?? '').includes('json')
    const body: unknown = json ? await answer.json() : {}
    if (answer.ok && json) return { ok: true, body: body as Body }
    const { code } = body as { code?: unknown }
    return { ok: false, status: answer.status, code: typeof code === 'string' ? code : 'no_answer' }
  } catch {
    return { ok: false, status: 0, code: 'offline' }
  } finally {
    clearTimeout(timer)
  }
}

/** A weak connection loses what was right: the same is sent again, and the server knows it for the same. */
export async function askAgain<Body = unknown>(...given: Parameters<typeof ask>): Promise<Asked<Body>> {
  for (let tried = 0; ; tried++) {
    const answer = await ask<Body>(...given)
    const lost = !answer.ok && (answer.status === 0 || answer.status >= 500)
    if (!lost || tried >= 3) return answer
    await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** tried))
  }
}
