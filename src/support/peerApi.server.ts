import { type Context, Hono } from 'hono'
import type { StoredSeal } from '../crypto/index.ts'
import { may, type Visit } from '../identity/index.ts'
import type { Db } from '../platform/db.server.ts'
import { type MemberId, parseId } from '../platform/ids.ts'
import { type Outcome, statusOf } from '../platform/problem.ts'
import { waitingFor } from './beginning.server.ts'
import { claim, peerCloses } from './conversation.server.ts'
import type { Stores } from './conversationRows.server.ts'
import { afterQuery, keyForm, messageForm, wrapGone } from './doors.ts'
import { keepKey, keyringOf, keysOf, removeWrap, wrapsOf } from './peerKeys.server.ts'
import { problem, type SupportCode } from './problems.ts'
import { peerReads, peerSays, takenBy } from './said.server.ts'
import { bytesOf, messageRecord, read, textOf } from './seekerApi.server.ts'

export type PeerDeps = {
  readonly stores: Stores
  /** Of the application: who is signed in was looked up there, and a peer's own keys are kept there. */
  readonly app: Db
  visit(request: Request, slug: string): Promise<Visit | null>
  /** A peer's page is open and looked; kept in memory, so that nobody is rung who reads. */
  looked(conversationId: string): void
}
type Entered = { readonly visit: Visit; readonly memberId: MemberId }

/**
 * What a peer's browser asks. Who is signed in is found on the application's pool; to the store of conversations only the
 * member's id crosses.
 */
export function peerApi({ stores, app: db, visit, looked }: PeerDeps): Hono {
  const app = new Hono()
  const refuse = (context: Context, { kind, code }: { kind: keyof typeof statusOf; code: string }) =>
    context.json({ code }, statusOf[kind])
  const answer = (context: Context, outcome: Outcome<unknown, SupportCode>) =>
    outcome.ok ? context.json({}) : refuse(context, outcome)
  const enter = async (context: Context): Promise<Entered | Response> => {
    const entered = await visit(context.req.raw, context.req.param('region') ?? '')
    // A page that is open still when its session has ended is told so, and not that everything is closed.
    if (entered === null) return refuse(context, problem('signed_out'))
    if (entered.memberId === null) return await context.notFound()
    if (!may(entered.actor, 'see', 'own_conversations')) return await context.notFound()
    // A mailbox, an app or a recovery opens no conversation and makes no keys: a passkey the peer enrolled does.
    if (!entered.byPasskey) return refuse(context, problem('passkey_first'))
    return { visit: entered, memberId: entered.memberId }
  }

  app.get('/:region/conversations/list', async (context) => {
    const entered = await enter(context)
    if (entered instanceof Response) return entered
    const { visit: by, memberId } = entered
    const waiting = await waitingFor(stores, { kind: 'member', memberId, regionId: by.regionId })
    const { halted, taken } = await takenBy(stores, by.regionId, memberId)
    return context.json({
      halted,
      waiting: halted === null ? (waiting.get(memberId) ?? []) : [],
      taken: taken.map(({ lastOn, ...one }) => ({ ...one, lastOn: lastOn.toString() })),
    })
  })

  app.get('/:region/conversations/keys', async (context) => {
    const entered = await enter(context)
    if (entered instanceof Response) return entered
    return context.json(
      await db.read(entered.visit.actor, async (reader) => ({
        memberId: entered.memberId,
        regionId: reader.regionId,
        key: await keysOf(reader, entered.memberId),
        keyring: await keyringOf(reader, entered.memberId),
        wraps: await wrapsOf(reader, entered.memberId),
      })),
    )
  })

  app.post('/:region/conversations/keys', async (context) => {
    const entered = await enter(context)
    if (entered instanceof Response) return entered
    const given = await read(context, keyForm)
    if (given === null) return refuse(context, problem('malformed'))
    const kept = await keepKey(db, entered.visit.regionId, entered.memberId, {
      identityKey: bytesOf(given.identityKey),
      number: Number(given.keyNumber),
      publicKey: bytesOf(given.publicKey),
      madeOn: Temporal.PlainDate.from(given.keyMadeOn),
      identityMadeOn: Temporal.PlainDate.from(given.identityMadeOn),
      signature: bytesOf(given.signature),
      wrap: {
        kind: given.wrapKind,
        passkeyId: given.passkeyId ?? null,
        wrapped: bytesOf(given.wrapped),
      },
      keyring: bytesOf(given.keyring),
    })
    return answer(context, kept)
  })

  app.post('/:region/conversations/keys/removal', async (context) => {
    const entered = await enter(context)
    if (entered instanceof Response) return entered
    const given = await read(context, wrapGone)
    if (given === null) return refuse(context, problem('malformed'))
    return answer(context, await removeWrap(db, entered.visit.regionId, entered.memberId, given.id))
  })

  /** One of the conversations, by its id in the address. */
  const one = async (context: Context): Promise<(Entered & { readonly id: string }) | Response> => {
    const entered = await enter(context)
    if (entered instanceof Response) return entered
    const id = parseId<string>(context.req.param('id') ?? '')
    return id === null ? refuse(context, problem('not_open')) : { ...entered, id }
  }

  app.post('/:region/conversations/:id/claim', async (context) => {
    const at = await one(context)
    if (at instanceof Response) return at
    const claimed = await claim(stores, at.visit.regionId, at.memberId, at.id)
    if (!claimed.ok) return refuse(context, claimed)
    return context.json({
      seals: claimed.value.seals.map(sealRecord),
      seekerKey: textOf(claimed.value.seekerKey),
    })
  })

  app.get('/:region/conversations/:id', async (context) => {
    const at = await one(context)
    if (at instanceof Response) return at
    const after = afterQuery.safeParse(context.req.query()).data
    if (after === undefined) return refuse(context, problem('malformed'))
    const seen = await peerReads(stores, at.visit.regionId, at.memberId, at.id, {
      seeker: Number(after.seeker),
      peer: Number(after.peer),
    })
    if (!seen.ok) return refuse(context, seen)
    looked(at.id)
    return context.json({
      seekerKey: textOf(seen.value.seekerKey),
      seals: seen.value.seals.map(sealRecord),
      holds: seen.value.holds,
      fromKey: seen.value.fromKey,
      alsoReads: seen.value.alsoReads,
      messages: seen.value.messages.map(messageRecord),
    })
  })

  app.post('/:region/conversations/:id/messages', async (context) => {
    const at = await one(context)
    if (at instanceof Response) return at
    const given = await read(context, messageForm)
    if (given === null) return refuse(context, problem('malformed'))
    const said = { number: Number(given.number), body: bytesOf(given.body) }
    return answer(context, await peerSays(stores, at.visit.regionId, at.memberId, at.id, said))
  })

  app.post('/:region/conversations/:id/closing', async (context) => {
    const at = await one(context)
    if (at instanceof Response) return at
    return answer(context, await peerCloses(stores, at.visit.regionId, at.memberId, at.id))
  })
  return app
}

const sealRecord = ({ number, sealed }: StoredSeal) => ({ number, sealed: textOf(sealed) })
