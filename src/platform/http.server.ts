import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import type { Log } from './log.server.ts'

export type Site = 'public' | 'team'

/** A fresh app for one host with the headers of `security.md`: no script, no frame, no referrer, nothing stored. */
export function site(kind: Site, origin: string, log: Log): Hono {
  const app = new Hono()
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
  app.use(bodyLimit({ maxSize: kind === 'team' ? 2 * 1024 * 1024 : 64 * 1024 }))
  app.use(async (context, next) => {
    // Only our own pages may post here. Browsers say where a post comes from; under `no-referrer` their Origin
    // is null, so Sec-Fetch-Site is asked first.
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD') {
      const from = context.req.header('sec-fetch-site')
      const ours = from === undefined ? context.req.header('origin') === origin : from === 'same-origin'
      if (!ours) {
        return context.text(
          'This form was sent from another site. Open the page again and send it from there.',
          403,
        )
      }
    }
    await next()
    if (context.res.headers.get('cache-control') === null) context.header('cache-control', 'no-store')
  })
  app.onError((error, context) => {
    log.error({ err: error, path: context.req.routePath, method: context.req.method }, 'a page failed')
    return context.text(
      'Something on our side broke. Nothing was saved. Please try again, or phone the team.',
      500,
    )
  })
  return app
}

/** The fields of a posted form as text; files and repeated names are kept as the last text given. */
export async function formOf(request: { formData(): Promise<FormData> }): Promise<Record<string, string>> {
  const fields: Record<string, string> = {}
  for (const [name, value] of await request.formData())
    if (typeof value === 'string') fields[name] = value.trim()
  return fields
}

/** Sends each request to the app of its host. An unknown host gets 421, so no page is served under a strange name. */
export function byHost(
  hosts: Readonly<Record<string, Hono>>,
): (request: Request) => Response | Promise<Response> {
  return (request) => {
    const app = hosts[new URL(request.url).host]
    return app === undefined ? new Response('Unknown host.', { status: 421 }) : app.fetch(request)
  }
}
