import { deliver, reachOf } from '../messaging/index.server.ts'
import type { MailTransport } from '../messaging/index.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import type { MemberId, RegionId } from '../platform/ids.ts'
import { type Handler, handle } from '../platform/worker.server.ts'
import { loadRegion } from '../region/index.server.ts'
import { loadMember } from '../roster/index.server.ts'
import { tellNewKeys } from './jobs.ts'
import { newKeysWords } from './newKeysWords.ts'
import { talkPaths } from './paths.ts'
import { loadPeer } from './peerDirectory.server.ts'
import type { SupportTables } from './tables.server.ts'

/**
 * Somebody's identity is another one: whoever stole an account would want that to go unnoticed, so every other peer who has keys is told, in the
 * transaction of the change; and the owner, who alone knows whether it was them.
 */
export async function tellOfNewKeys(tx: Tx, memberId: MemberId, keyNumber: number): Promise<void> {
  for (const toId of [memberId, ...(await othersWithKeys(tx, memberId))])
    await enqueue(tx, tellNewKeys, { regionId: tx.regionId, memberId, toId, keyNumber })
}

async function othersWithKeys(reader: Reader, memberId: MemberId): Promise<readonly MemberId[]> {
  const rows = await reader
    .tables<SupportTables>()
    .selectFrom('support.peer')
    .select('member_id')
    .where('region_id', '=', reader.regionId)
    .where('member_id', '<>', memberId)
    .where('identity_key', 'is not', null)
    .orderBy('member_id')
    .execute()
  return rows.map((row) => row.member_id)
}

type Deps = { readonly db: Db; readonly mail: MailTransport; readonly publicUrl: URL }

export function handlers(deps: Deps): Handler[] {
  return [
    handle(tellNewKeys, async ({ regionId, memberId, toId, keyNumber }) => {
      const actor = { kind: 'system', regionId: regionId as RegionId } as const
      await deliver(deps, actor, `new-keys.${memberId}.${keyNumber}.${toId}`, async (reader) => {
        const peer = await loadPeer(reader, memberId as MemberId)
        const to = await loadMember(reader, toId as MemberId)
        // News as long as nobody is sent to the new keys: months later it would alarm for nothing. Newer ones tell for themselves.
        const quiet = peer?.quietUntil ?? null
        if (peer === null || to === null || peer.key?.number !== keyNumber) return null
        if (quiet === null || Temporal.Instant.compare(reader.now, quiet) >= 0) return null
        const { lang } = await reachOf(reader, toId)
        const say = newKeysWords[lang]
        const { slug, teamPhone } = await loadRegion(reader)
        if (toId === memberId) return { to: to.email, subject: say.ownSubject, text: say.ownMail(teamPhone) }
        const link = new URL(talkPaths.peers(slug), deps.publicUrl).href
        return { to: to.email, subject: say.subject, text: say.mail(peer.profile.shownAs, link) }
      })
    }),
  ]
}
