import type { Context } from 'hono'
import { formDataOf } from '../platform/http.server.ts'
import type { Held } from './held.ts'
import { keepWanted } from './keepWanted.server.ts'
import { identityPaths } from './paths.ts'
import { type ProofDeps, showProof } from './proof.server.tsx'
import type { Session } from './session.server.ts'

/**
 * Leads to the proof. A page that was asked for is kept for afterwards; a form that was sent is carried along as it was
 * typed, and sent from there.
 */
export async function askProof(deps: ProofDeps, context: Context, session: Session): Promise<Response> {
  const { req } = context
  if (req.method !== 'POST') {
    keepWanted(deps.auth.cookies, context)
    return context.redirect(identityPaths.proof(), 303)
  }
  return await showProof(deps, context, session, { held: (await heldFrom(context)) ?? 'lost', status: 401 })
}

/** Files can't be carried: whoever sent one is asked to choose it again. */
async function heldFrom(context: Context): Promise<Held | null> {
  const url = new URL(context.req.url)
  const form = [...(await formDataOf(context.req))]
  const fields = form.filter((field): field is [string, string] => typeof field[1] === 'string')
  if (fields.length < form.length) return null
  return { action: `${url.pathname}${url.search}` as Held['action'], fields }
}
