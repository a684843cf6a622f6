import { type Context, Hono } from 'hono'
import { may, type Visit } from '../identity/index.ts'
import type { Db } from '../platform/db.server.ts'
import type { MemberId, RegionId } from '../platform/ids.ts'
import { statusOf } from '../platform/problem.ts'
import type { Consultation } from './consultation.server.ts'
import { shownNumber } from './phoneSaid.ts'
import type { ProfessionalRinger } from './professionalRinger.server.ts'
import { knownAs } from './professionalView.server.ts'

export type ProfessionalApiDeps = {
  /** Of the application: names and numbers of the two. */
  readonly app: Db
  readonly ringer: Pick<ProfessionalRinger, 'ask' | 'state' | 'remove'>
  visit(request: Request, slug: string): Promise<Visit | null>
}
type Asking = { readonly regionId: RegionId; readonly memberId: MemberId }

/**
 * What a peer's browser asks when they want a professional to ring them. No request names a conversation, and each is about
 * whoever is signed in alone.
 */
export function professionalApi({ app: db, ringer, visit }: ProfessionalApiDeps): Hono {
  const app = new Hono()
  const enter = async (context: Context): Promise<Asking | Response> => {
    const entered = await visit(context.req.raw, context.req.param('region') ?? '')
    if (entered === null || entered.memberId === null) return await context.notFound()
    if (!may(entered.actor, 'see', 'own_conversations')) return await context.notFound()
    // The name and number of a professional are for nobody who holds a mailbox alone.
    if (!entered.byPasskey) return context.json({ code: 'passkey_first' }, 403)
    return { regionId: entered.regionId, memberId: entered.memberId }
  }
  const told = async ({ regionId, memberId }: Asking, open: Consultation | null) => {
    const own = await knownAs(db, regionId, memberId)
    const ownPhone = own?.phone ? shownNumber(own.phone) : null
    if (open === null) return { state: 'none', ownPhone }
    if (open.takenBy === null)
      return { state: open.unanswered ? 'unanswered' : 'ringing', turn: open.rung.length, ownPhone }
    const theirs = await knownAs(db, regionId, open.takenBy)
    const phone = theirs?.phone ? shownNumber(theirs.phone) : null
    return { state: 'taken', name: theirs?.name ?? '', phone, ownPhone }
  }

  app.get('/:region/conversations/professional', async (context) => {
    const by = await enter(context)
    if (by instanceof Response) return by
    return context.json(await told(by, await ringer.state(by.regionId, by.memberId)))
  })

  app.post('/:region/conversations/professional', async (context) => {
    const by = await enter(context)
    if (by instanceof Response) return by
    const asked = await ringer.ask(by.regionId, by.memberId)
    if (!asked.ok) return context.json({ code: asked.code }, statusOf[asked.kind])
    if (asked.value === null) return context.json({ ...(await told(by, null)), state: 'nobody' })
    const { open, onCall } = asked.value
    return context.json({ ...(await told(by, open)), onCall })
  })

  app.post('/:region/conversations/professional/removal', async (context) => {
    const by = await enter(context)
    if (by instanceof Response) return by
    await ringer.remove(by.regionId, by.memberId)
    return context.json(await told(by, null))
  })
  return app
}
