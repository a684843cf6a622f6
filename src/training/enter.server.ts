import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Visit } from '../identity/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import type { Region } from '../region/index.ts'

/** What every page of learning for whoever is signed in is opened and drawn with. */
export type TeamDeps = {
  readonly db: Db
  readonly signIn: string
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
}

/** Whoever is signed in and allowed; else where to go instead. What somebody may not see is not there. */
export async function enter(
  deps: Pick<TeamDeps, 'visit' | 'signIn'>,
  context: Context,
  allowed: (actor: Actor) => boolean,
): Promise<Visit | Response> {
  const visit = await deps.visit(context.req.raw, context.req.param('region') ?? '')
  if (visit === null) return context.redirect(deps.signIn, 303)
  return allowed(visit.actor) ? visit : context.notFound()
}
