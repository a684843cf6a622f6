import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { bareHeaders, plainHeaders } from './headers.server.ts'
import { islandPolicy, withoutIsland } from './islands.server.ts'
import type { Log } from './log.server.ts'
import { callerAddress, type Trusted } from './proxies.server.ts'
import { isUnanswered } from './unanswered.ts'

export type Site = 'public' | 'team'

/** Answers that belong to no page of ours: the address leads nowhere, the form can't be taken, we broke. */
export type Stray = 'missing' | 'foreign' | 'unreadable' | 'too_large' | 'method' | 'broken' | 'busy'
const statusOf = {
  missing: 404,
  foreign: 403,
  unreadable: 400,
  too_large: 413,
  method: 405,
  broken: 500,
  busy: 503,
} as const
/** Seconds after which a database that didn't answer is worth another try (assumed). */
const soon = '10'
const alsoSaid: Partial<Record<Stray, Record<string, string>>> = {
  // What is still on its way is not waited for.
  too_large: { connection: 'close' },
  busy: { 'retry-after': soon },
}
/** All that pages and forms use. */
const methods = ['GET', 'HEAD', 'POST']

/** How a stray answer looks, as HTML in the language that was asked for. */
export type StrayPage = (what: Stray, spanish: boolean) => string | Promise<string>

/** A fresh app for one host with the headers of `security.md`: no script, no frame, no referrer, nothing stored. */
export function site(kind: Site, origin: string, log: Log, strayPage: StrayPage): Hono {
  const app = new Hono()
  // Headers are the answer's own: whoever failed may have left the context without one.
  const stray = async (context: Context, what: Stray) => {
    const language = context.req.query('lang') ?? context.req.header('accept-language') ?? ''
    const page = await strayPage(what, language.startsWith('es'))
    return withoutIsland(await context.html(page, statusOf[what], alsoSaid[what]))
  }
  app.use(islandPolicy)
  app.use(plainHeaders(origin))
  app.use(async (context, next) => {
    await next()
    // Not through the context, which would make a stream of an answer that is there already.
    const { headers } = context.res
    if (headers.get('cache-control') === null) headers.set('cache-control', 'no-store')
  })
  const limited = bodyLimit({
    maxSize: kind === 'team' ? 2 * 1024 * 1024 : 64 * 1024,
    onError: (context) => stray(context, 'too_large'),
  })
  // What is only asked for has no body, and looking for one would make a whole request of it, with all that hangs on it.
  app.use((context, next) => (isAsked(context) ? next() : limited(context, next)))
  // Somebody who types an address may end it with a slash.
  app.use(async (context, next) => {
    await next()
    const { pathname, search } = new URL(context.req.url)
    if (context.res.status === 404 && isAsked(context) && pathname !== '/' && pathname.endsWith('/'))
      context.res = context.redirect(`${origin}${pathname.slice(0, -1)}${search}`, 301)
  })
  app.use(async (context, next) => {
    if (!methods.includes(context.req.method)) {
      context.header('allow', methods.join(', '))
      return await stray(context, 'method')
    }
    // Only our own pages may post here. Browsers say where a post comes from; under `no-referrer` their Origin
    // is null, so Sec-Fetch-Site is asked first.
    if (!isAsked(context)) {
      const from = context.req.header('sec-fetch-site')
      const ours = from === undefined ? context.req.header('origin') === origin : from === 'same-origin'
      if (!ours) return await stray(context, 'foreign')
    }
    await next()
  })
  app.notFound((context) => stray(context, 'missing'))
  app.onError((error, context) => {
    if (error instanceof HTTPException && error.status === statusOf.unreadable)
      return stray(context, 'unreadable')
    if (context.req.raw.signal.aborted) return stray(context, 'unreadable')
    if (isUnanswered(error)) {
      log.warn({ path: context.req.routePath, method: context.req.method, code: codeOf(error) }, unanswered)
      return stray(context, 'busy')
    }
    log.error({ err: error, path: context.req.routePath, method: context.req.method }, 'a page failed')
    return stray(context, 'broken')
  })
  return app
}

const isAsked = ({ req }: Context) => req.method === 'GET' || req.method === 'HEAD'

const unanswered = 'the database did not answer in time'
const codeOf = (error: unknown) => (error as { code?: unknown }).code ?? 'none'

/** What other machines call: no page, no cookie, and every caller proves itself by its own signature. */
export function hookSite(log: Log): Hono {
  const app = new Hono()
  app.use(
    bodyLimit({ maxSize: 64 * 1024, onError: (context) => context.text('', 413, { connection: 'close' }) }),
  )
  app.use(async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(bareHeaders)) context.header(name, value)
  })
  app.notFound((context) => context.text('', 404))
  app.onError((error, context) => {
    if (error instanceof HTTPException) return context.text('', error.status)
    if (isUnanswered(error)) {
      log.warn({ path: context.req.routePath, method: context.req.method, code: codeOf(error) }, unanswered)
      return context.text('', 503, { 'retry-after': soon })
    }
    log.error({ err: error, path: context.req.routePath, method: context.req.method }, 'a hook failed')
    return context.text('', 500)
  })
  return app
}

/** Told by a proxy of ours: kept beside the socket, where no request can write it. */
function calledFrom(request: Request, env: object | undefined, trusted: Trusted): object {
  const socket = socketAddress(env)
  return { ...env, caller: callerAddress(socket, request.headers.get('x-forwarded-for'), trusted) }
}

function socketAddress(env: unknown): string | null {
  const bindings = env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined
  return bindings?.incoming?.socket?.remoteAddress ?? null
}

/** Where a connection comes from, by the socket itself: what a header says of it anybody can write but a named proxy. */
export function connectionOf(context: Context): string | null {
  const { caller } = (context.env ?? {}) as { caller?: string | null }
  return caller ?? socketAddress(context.env)
}

/** A posted form, files and all. What is no form ends as the stray answer "unreadable". */
export async function formDataOf(request: { formData(): Promise<FormData> }): Promise<FormData> {
  return await request.formData().catch(() => {
    throw new HTTPException(statusOf.unreadable)
  })
}

/**
 * The fields of a posted form as text; files and repeated names are kept as the last text given. What is no
 * form at all ends as the stray answer "unreadable".
 */
export async function formOf(request: { formData(): Promise<FormData> }): Promise<Record<string, string>> {
  const fields: Record<string, string> = {}
  for (const [name, value] of await formDataOf(request))
    if (typeof value === 'string') fields[name] = value.trim()
  return fields
}

/**
 * Sends each request to the app of its host. An unknown host gets 421 and the way to the start page, so no page is
 * served under a strange name.
 */
export function byHost(
  hosts: Readonly<Record<string, Hono>>,
  start: URL,
  trusted: Trusted | null = null,
): (request: Request, env?: object) => Response | Promise<Response> {
  return (request, env) => {
    const app = hosts[new URL(request.url).host]
    return app === undefined
      ? new Response(
          `No page of Tailboard stands under this name. / Aquí no hay ninguna página de Tailboard.\n${start.href}\n`,
          {
            status: 421,
            headers: { ...bareHeaders, 'content-type': 'text/plain; charset=utf-8' },
          },
        )
      : app.fetch(request, trusted === null ? env : calledFrom(request, env, trusted))
  }
}
