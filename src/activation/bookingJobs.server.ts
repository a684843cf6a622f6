import { deliver, reachOf } from '../messaging/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import type { AccountId, ActivationId, RegionId } from '../platform/ids.ts'
import { type Handler, handle } from '../platform/worker.server.ts'
import { loadRegion } from '../region/index.server.ts'
import { wishAhead } from './booking.ts'
import { bookingMessageWords } from './bookingMessageWords.ts'
import type { HandlerDeps } from './jobs.server.ts'
import { bookingWaits } from './jobs.ts'
import { activationPaths } from './paths.ts'
import { isStillRung } from './stillRung.server.ts'
import { loadActivation } from './store.server.ts'

/** A booking waits: each coordinator hears of it once, by mail alone, and nobody is woken. */
export function bookingHandlers(deps: Pick<HandlerDeps, 'db' | 'mail' | 'teamUrl' | 'emailOf'>): Handler[] {
  const system = (regionId: string): Actor => ({ kind: 'system', regionId: regionId as RegionId })
  return [
    handle(bookingWaits, async ({ regionId, activationId, accountId }) => {
      const to = await deps.emailOf(accountId as AccountId)
      if (to === null) return
      await deliver(deps, system(regionId), `booking.${activationId}.${accountId}`, async (reader) => {
        const activation = await loadActivation(reader, activationId as ActivationId)
        if (activation === null || activation.outcome !== null || activation.contact !== null) return null
        if (!(await isStillRung(reader, accountId))) return null
        // Both days they wished for went by unheard: it stands among the bookings, and no mail says that it waits.
        if (activation.booking === null || wishAhead(activation.booking, reader.now) === null) return null
        const { slug } = await loadRegion(reader)
        const { lang } = await reachOf(reader, accountId)
        const say = bookingMessageWords[lang]
        const link = new URL(activationPaths.activation(slug, activation.id), deps.teamUrl).href
        return { to, subject: say.waitsSubject, text: say.waitsMail(link) }
      })
    }),
  ]
}
