import type { Context } from 'hono'
import { may, type Visit } from '../identity/index.ts'
import type { Actor } from '../platform/actor.ts'
import { enter, type TeamDeps } from './enter.server.ts'

type Account = Extract<Actor, { kind: 'account' }>

/** Whoever is signed in and has learning of their own; else where to go instead. */
export async function enterPapers(
  deps: Pick<TeamDeps, 'visit' | 'signIn'>,
  context: Context,
): Promise<(Visit & { readonly actor: Account }) | Response> {
  const visit = await enter(deps, context, (actor) => may(actor, 'see', 'own_learning'))
  if (visit instanceof Response) return visit
  const { actor } = visit
  return actor.kind === 'account' ? { ...visit, actor } : context.notFound()
}
