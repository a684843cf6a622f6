import { contactAgencies, contactsWhoHear } from '../identity/index.server.ts'
import { deliver, reachOf } from '../messaging/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import type { AccountId, ActivationId, AgencyId, RegionId } from '../platform/ids.ts'
import { type Handler, handle } from '../platform/worker.server.ts'
import { loadRegion } from '../region/index.server.ts'
import { agencyAskedWords } from './agencyAskedWords.ts'
import type { HandlerDeps } from './jobs.server.ts'
import { agencyAsked } from './jobs.ts'
import { activationPaths } from './paths.ts'
import { isOver, newsHours } from './stale.ts'
import { loadActivation } from './store.server.ts'

/** Contacts who chose to hear of this agency are mailed, in the transaction that keeps what it asked for. */
export async function tellContacts(tx: Tx, activationId: ActivationId, agencyId: AgencyId): Promise<void> {
  for (const accountId of await contactsWhoHear(tx, agencyId))
    await enqueue(
      tx,
      agencyAsked,
      { regionId: tx.regionId, activationId, accountId },
      { key: `agency-asked:${activationId}:${accountId}` },
    )
}

/** That something is new, never what: a department may read the mail of whoever speaks for it. */
export function agencyAskedHandler(deps: Pick<HandlerDeps, 'db' | 'mail' | 'teamUrl' | 'emailOf'>): Handler {
  return handle(agencyAsked, async ({ regionId, activationId, accountId }) => {
    const account = accountId as AccountId
    const to = await deps.emailOf(account)
    if (to === null) return
    const system: Actor = { kind: 'system', regionId: regionId as RegionId }
    await deliver(deps, system, `agency-asked.${activationId}.${accountId}`, async (reader) => {
      const activation = await loadActivation(reader, activationId as ActivationId)
      if (activation === null || isOver(activation.openedAt.add({ hours: newsHours }), reader.now))
        return null
      // They may have thought better of it, or speak for the agency no more.
      const still = (await contactAgencies(reader, account)).find(
        (one) => one.agencyId === activation.request?.agencyId,
      )
      if (still?.hears !== true) return null
      const { slug } = await loadRegion(reader)
      const say = agencyAskedWords[(await reachOf(reader, accountId)).lang]
      return {
        to,
        subject: say.subject,
        text: say.mail(new URL(activationPaths.today(slug), deps.teamUrl).href),
      }
    })
  })
}
