import { deliver, reachOf } from '../messaging/index.server.ts'
import type { MailTransport } from '../messaging/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import type { AccountId, RegionId } from '../platform/ids.ts'
import { type Handler, handle } from '../platform/worker.server.ts'
import { loadRegion } from '../region/index.server.ts'
import { type Class, endsAt, heldPlaces, seated, stateOf } from './class.ts'
import { classNears, remindOfClass, tellCancelled, tellSeated } from './classJobs.ts'
import { classMail } from './classMails.ts'
import { loadClass } from './classStore.server.ts'
import { trainingPaths } from './paths.ts'

type Deps = {
  readonly db: Db
  readonly mail: MailTransport
  readonly teamUrl: URL
  /** Addresses of accounts live behind another role; identity answers for one at a time. */
  readonly emailOf: (accountId: AccountId) => Promise<string | null>
}
type About = { readonly regionId: string; readonly classId: string; readonly accountId: string }

/** What goes out about a class, by mail alone: each only while it is still so when it is sent. */
export function classHandlers(deps: Deps): Handler[] {
  const system = (regionId: string): Actor => ({ kind: 'system', regionId: regionId as RegionId })
  const tell = async (
    what: 'seated' | 'cancelled' | 'reminder',
    { regionId, classId, accountId }: About,
    key: string,
    stillSo: (one: Class, now: Temporal.Instant) => boolean,
  ) => {
    const to = await deps.emailOf(accountId as AccountId)
    if (to === null) return
    await deliver(deps, system(regionId), key, async (reader) => {
      const one = await loadClass(reader, classId)
      if (one === null || !stillSo(one, reader.now)) return null
      const { lang } = await reachOf(reader, accountId)
      const page = trainingPaths.classes((await loadRegion(reader)).slug)
      return { to, ...classMail(lang, what, new URL(page, deps.teamUrl).href) }
    })
  }
  const seatOf = (one: Class, accountId: string) =>
    seated(heldPlaces(one)).find((place) => place.accountId === accountId)

  return [
    handle(classNears, ({ regionId, classId }) =>
      deps.db.write(system(regionId), async (tx) => {
        const one = await loadClass(tx, classId)
        if (one === null || stateOf(one, tx.now) !== 'planned') return
        for (const { accountId } of seated(heldPlaces(one)))
          await enqueue(tx, remindOfClass, { regionId: tx.regionId, classId, accountId })
      }),
    ),
    handle(remindOfClass, (about) =>
      tell('reminder', about, `class-reminder.${about.classId}.${about.accountId}`, (one, now) => {
        return stateOf(one, now) === 'planned' && seatOf(one, about.accountId) !== undefined
      }),
    ),
    handle(tellSeated, ({ at, ...about }) =>
      tell('seated', about, `class-seated.${about.classId}.${about.accountId}.${at}`, (one, now) => {
        const seatedAt = seatOf(one, about.accountId)?.seatedAt?.epochMilliseconds
        return stateOf(one, now) === 'planned' && seatedAt === at
      }),
    ),
    handle(tellCancelled, (about) =>
      tell('cancelled', about, `class-cancelled.${about.classId}.${about.accountId}`, (one, now) => {
        return one.cancelledAt !== null && Temporal.Instant.compare(now, endsAt(one)) < 0
      }),
    ),
  ]
}
