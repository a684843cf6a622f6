import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { trimTrailingSlash } from 'hono/trailing-slash'
import type { Log } from './log.server.ts'

export type Site = 'public' | 'team'

/** Answers that belong to no page of ours: the address leads nowhere, the form can't be taken, we broke. */
export type Stray = 'missing' | 'foreign' | 'unreadable' | 'too_large' | 'method' | 'broken'
const statusOf = {
  missing: 404,
  foreign: 403,
  unreadable: 400,
  too_large: 413,
  method: 405,
  broken: 500,
} as const
/** All that pages and forms use. */
const methods = ['GET', 'HEAD', 'POST']

/** How a stray answer looks, as HTML in the language that was asked for. */
export type StrayPage = (what: Stray, spanish: boolean) => string | Promise<string>

const islandHeader = 'tailboard-island'
const islandPolicies = {
  /** A card that opens without a network: one script of ours, and its worker. */
  card: () => "script-src 'self'; worker-src 'self'; connect-src 'self'",
  /** Notifications: the one script of this answer, and the worker it registers. */
  push: (nonce: string) => `script-src 'nonce-${nonce}'; worker-src 'self'`,
  /** Passkeys: the one script of this answer asks our own host for a challenge, and makes no markup. */
  passkey: (nonce: string) =>
    `script-src 'nonce-${nonce}'; connect-src 'self'; trusted-types 'none'; require-trusted-types-for 'script'`,
  /** A live board: only what carries this answer's own nonce is run or obeyed. */
  board: (nonce: string) =>
    `script-src 'nonce-${nonce}'; connect-src 'self'; trusted-types htmx; require-trusted-types-for 'script'`,
} as const
export type Island = keyof typeof islandPolicies

/** This page carries a script of ours; every other one carries none. Answers the nonce its script and attributes need. */
export function withIsland(context: Context, island: Island): string {
  const nonce = randomBytes(16).toString('base64url')
  context.header(islandHeader, `${island} ${nonce}`)
  return nonce
}

/** A fresh app for one host with the headers of `security.md`: no script, no frame, no referrer, nothing stored. */
export function site(kind: Site, origin: string, log: Log, strayPage: StrayPage): Hono {
  const app = new Hono()
  const stray = async (context: Context, what: Stray) => {
    const language = context.req.query('lang') ?? context.req.header('accept-language') ?? ''
    return context.html(await strayPage(what, language.startsWith('es')), statusOf[what])
  }
  // Outermost, so that it speaks last: the few pages with a script of ours say which of these they need.
  app.use(async (context, next) => {
    await next()
    const marked = context.res.headers.get(islandHeader)
    if (marked === null) return
    const [island, nonce] = marked.split(' ') as [Island, string]
    context.res.headers.delete(islandHeader)
    const policy = context.res.headers.get('content-security-policy') ?? ''
    context.res.headers.set(
      'content-security-policy',
      policy.replace("script-src 'none'", islandPolicies[island](nonce)),
    )
  })
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      crossOriginOpenerPolicy: 'same-origin',
      crossOriginResourcePolicy: 'same-origin',
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
    }),
  )
  app.use(
    bodyLimit({
      maxSize: kind === 'team' ? 2 * 1024 * 1024 : 64 * 1024,
      onError: (context) => stray(context, 'too_large'),
    }),
  )
  // Somebody who types an address may end it with a slash.
  app.use(trimTrailingSlash())
  app.use(async (context, next) => {
    if (!methods.includes(context.req.method)) {
      context.header('allow', methods.join(', '))
      return await stray(context, 'method')
    }
    // Only our own pages may post here. Browsers say where a post comes from; under `no-referrer` their Origin
    // is null, so Sec-Fetch-Site is asked first.
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD') {
      const from = context.req.header('sec-fetch-site')
      const ours = from === undefined ? context.req.header('origin') === origin : from === 'same-origin'
      if (!ours) return await stray(context, 'foreign')
    }
    await next()
    if (context.res.headers.get('cache-control') === null) context.header('cache-control', 'no-store')
  })
  app.notFound((context) => stray(context, 'missing'))
  app.onError((error, context) => {
    if (error instanceof HTTPException && error.status === statusOf.unreadable)
      return stray(context, 'unreadable')
    log.error({ err: error, path: context.req.routePath, method: context.req.method }, 'a page failed')
    return stray(context, 'broken')
  })
  return app
}

/** What other machines call: no page, no cookie, and every caller proves itself by its own signature. */
export function hookSite(log: Log): Hono {
  const app = new Hono()
  app.use(bodyLimit({ maxSize: 64 * 1024, onError: (context) => context.text('', 413) }))
  app.use(async (context, next) => {
    await next()
    context.header('cache-control', 'no-store')
  })
  app.notFound((context) => context.text('', 404))
  app.onError((error, context) => {
    if (error instanceof HTTPException) return context.text('', error.status)
    log.error({ err: error, path: context.req.routePath, method: context.req.method }, 'a hook failed')
    return context.text('', 500)
  })
  return app
}

/** Where a connection comes from, by the socket itself: what a header says of it anybody can write. */
export function connectionOf(context: Context): string | null {
  const env = context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined
  return env?.incoming?.socket?.remoteAddress ?? null
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
): (request: Request, env?: object) => Response | Promise<Response> {
  return (request, env) => {
    const app = hosts[new URL(request.url).host]
    return app === undefined
      ? new Response(
          `No page of Tailboard stands under this name. / Aquí no hay ninguna página de Tailboard.\n${start.href}\n`,
          {
            status: 421,
            headers: { 'content-type': 'text/plain; charset=utf-8' },
          },
        )
      : app.fetch(request, env)
  }
}
