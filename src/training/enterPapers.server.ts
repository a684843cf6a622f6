import type { Context } from 'hono'
import { may, type Visit } from '../identity/index.ts'
import type { Actor } from '../platform/actor.ts'

type Account = Extract<Actor, { kind: 'account' }>
type Deps = {
  visit(request: Request, slug: string): Promise<Visit | null>
  signIn: string
}

/** Whoever is signed in and has learning of their own; else where to go instead. */
export async function enterPapers(
  deps: Deps,
  context: Context,
): Promise<(Visit & { readonly actor: Account }) | Response> {
  const visit = await deps.visit(context.req.raw, context.req.param('region') ?? '')
  if (visit === null) return context.redirect(deps.signIn, 303)
  const { actor } = visit
  return actor.kind === 'account' && may(actor, 'see', 'own_learning')
    ? { ...visit, actor }
    : context.notFound()
}
