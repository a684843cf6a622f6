import type { Context, Hono, MiddlewareHandler } from 'hono'
import type { DoorRule, Doors } from './doors.ts'
import { standsBefore } from './guard.server.ts'
import { callerOf } from './platform/caller.ts'
import { knockAt, waitAt } from './platform/door.server.ts'
import { connectionOf, formDataOf } from './platform/http.server.ts'
import type { Services } from './services.server.ts'
import type { Language } from './ui/language.ts'
import { TooMany } from './ui/tooMany.tsx'

/**
 * Stands before doors that somebody could try often: whoever comes more often than is usual is told how long to wait, and
 * keeps what they typed. The counts stand in the database, so they hold for all processes together.
 */
export function watchDoors(
  app: Hono,
  doors: Doors,
  services: Services,
  languageOf: (request: Request) => Language,
): void {
  for (const [route, rules] of Object.entries(doors)) {
    const [method = '', path = ''] = route.split(' ', 2)
    for (const rule of rules) app.on(method, path, standsBefore(watched(rule)))
  }

  function watched(rule: DoorRule): MiddlewareHandler {
    const { db, secrets } = services
    return async (context, next) => {
      const key = keyOf(context, rule, services)
      if (key === null) return await next()
      const knock = { db, secrets, rule, key }
      if (rule.rightIsServed) {
        await next()
        if (!isCounted(rule, context.res.status)) return
        const over = await knockAt(knock)
        if (over === null) return
        const wait = await tooMany(context, over)
        // An answer that is there already would otherwise stay.
        context.res = undefined
        context.res = wait
        return
      }
      const wait = await (rule.counts === 'all' ? knockAt(knock) : waitAt(knock))
      if (wait !== null) return await tooMany(context, wait)
      await next()
      if (rule.counts !== 'all' && isCounted(rule, context.res.status)) await knockAt(knock)
    }
  }

  async function tooMany(context: Context, seconds: number): Promise<Response> {
    context.header('retry-after', String(seconds))
    // What asks for a challenge is a script of ours, which says in the page that it didn't work.
    if (context.req.path.endsWith('/challenge')) return context.json({}, 429)
    const { pathname, search } = new URL(context.req.url)
    const again =
      context.req.method === 'GET' ? null : { action: pathname + search, fields: await typedIn(context) }
    const lang = languageOf(context.req.raw)
    const page = <TooMany chrome={services.chrome} minutes={Math.ceil(seconds / 60)} {...{ lang, again }} />
    return await context.html(page, 429)
  }
}

const isCounted = ({ counts }: DoorRule, status: number) => counts === 'all' || counts.includes(status)

/** What is counted; null: nothing can be. Over https everybody comes through a proxy, and looks like it until it is named. */
function keyOf(context: Context, rule: DoorRule, { config }: Services): string | null {
  if (rule.by === 'token') return context.req.path
  if (config.publicUrl.protocol === 'https:' && config.trustedProxies === null) return null
  return callerOf(connectionOf(context) ?? '')
}

async function typedIn(context: Context): Promise<readonly (readonly [string, string])[]> {
  const form = await formDataOf(context.req).catch(() => new FormData())
  return [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
}
