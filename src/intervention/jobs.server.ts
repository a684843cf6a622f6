import { deliver, reachOf } from '../messaging/index.server.ts'
import type { MailTransport } from '../messaging/index.ts'
import type { Db } from '../platform/db.server.ts'
import type { RegionId } from '../platform/ids.ts'
import { type Handler, handle } from '../platform/worker.server.ts'
import { loadRegion } from '../region/index.server.ts'
import { loadMember } from '../roster/index.server.ts'
import { loadFollowUps } from './followUps.server.ts'
import { followUpWords } from './followUpWords.ts'
import { remindFollowUp } from './jobs.ts'
import { interventionPaths } from './paths.ts'

export type HandlerDeps = { readonly db: Db; readonly mail: MailTransport; readonly teamUrl: URL }

export function handlers(deps: HandlerDeps): Handler[] {
  return [
    handle(remindFollowUp, async ({ regionId, followUpId }) => {
      const actor = { kind: 'system', regionId: regionId as RegionId } as const
      const due = await deps.db.read(actor, (reader) => loadFollowUps(reader, { id: followUpId }))
      if (due[0] === undefined) return
      // Put off meanwhile: the message of the new day has a key of its own.
      const key = `follow-up.${followUpId}.${due[0].dueAt.epochMilliseconds}`
      await deliver(deps, actor, key, async (reader) => {
        const [found] = await loadFollowUps(reader, { id: followUpId })
        if (found === undefined || found.doneAt !== null || found.ownerId === null) return null
        if (Temporal.Instant.compare(reader.now, found.dueAt) < 0) return null
        const member = await loadMember(reader, found.ownerId)
        if (member === null) return null
        const say = followUpWords[(await reachOf(reader, found.ownerId)).lang]
        const { slug } = await loadRegion(reader)
        const link = new URL(interventionPaths.mine(slug), deps.teamUrl).href
        return { to: member.email, subject: say.mailSubject, text: say.mail(link) }
      })
    }),
  ]
}
