import type { Context, Hono, MiddlewareHandler } from 'hono'
import { may, type Visit } from './identity/index.ts'
import type { Need } from './permissions.ts'

type Table = Readonly<Record<string, Need>>
/** Handlers that only stand before a page: they answer nothing themselves. */
const guards = new WeakSet<object>()
/** Marks a handler as one that only stands before a page. */
export function standsBefore<Handler extends MiddlewareHandler>(handler: Handler): Handler {
  guards.add(handler)
  return handler
}

const open: readonly Need[] = ['anyone', 'link', 'provider', 'oneself']

/**
 * Stands before every page of a region: whoever's roles don't open its part finds nothing there, whatever the page would
 * have said. Somebody who isn't signed in goes on, and is led to sign in by the page. Pages and use-cases ask again.
 */
export function guard(
  app: Hono,
  table: Table,
  visit: (request: Request, slug: string) => Promise<Visit | null>,
): void {
  for (const [key, need] of Object.entries(table)) {
    if (open.includes(need)) continue
    const [method = '', path = ''] = key.split(' ', 2)
    app.on(
      method,
      path,
      standsBefore(opensOnly(need as Exclude<Need, 'anyone' | 'link' | 'provider' | 'oneself'>)),
    )
  }

  function opensOnly(area: Exclude<Need, 'anyone' | 'link' | 'provider' | 'oneself'>): MiddlewareHandler {
    return async (context: Context, next) => {
      const visitor = await visit(context.req.raw, context.req.param('region') ?? '')
      if (visitor !== null && !may(visitor.actor, 'see', area)) return context.notFound()
      await next()
    }
  }
}

/**
 * Every request an app answers stands in its table, and the table names none that it doesn't answer. Throws: a server
 * with a page that nobody gave a permission does not start.
 */
export function assertDeclared(app: Hono, table: Table, absent: readonly string[] = []): void {
  const declared = new Set(Object.keys(table))
  const answered = new Set(
    app.routes
      .filter(({ method, path, handler }) => method !== 'ALL' && !path.includes('*') && !guards.has(handler))
      .map(({ method, path }) => `${method} ${path}`),
  )
  const undeclared = [...answered].filter((key) => !declared.has(key))
  const unknown = [...declared].filter((key) => !answered.has(key) && !absent.includes(key))
  if (undeclared.length > 0) throw new Error(`no permission is declared for ${undeclared.join(', ')}`)
  if (unknown.length > 0)
    throw new Error(`a permission is declared for what nothing answers: ${unknown.join(', ')}`)
}
