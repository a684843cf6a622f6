import { deliver, reachOf } from '../messaging/index.server.ts'
import type { MailTransport } from '../messaging/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import type { AccountId, RegionId } from '../platform/ids.ts'
import { type Handler, handle } from '../platform/worker.server.ts'
import { loadRegion, todayIn } from '../region/index.server.ts'
import { day, dayAndClock } from '../ui/moment.ts'
import type { Packs } from './asked.server.ts'
import { loadCertificate } from './certificate.server.ts'
import { classHandlers } from './classJobs.server.ts'
import { nextClass } from './classStore.server.ts'
import type { Library } from './course.ts'
import { decidedWhen } from './decide.server.ts'
import { holdWays, taken } from './enrol.server.ts'
import { loadEnrolments } from './enrolments.server.ts'
import {
  keepRegionsPapers,
  settleEnrolment,
  settleReviewed,
  tellApproved,
  tellCertificate,
  tellLapse,
} from './jobs.ts'
import { renewingOf } from './lapse.ts'
import { keepPapers, ownPapers } from './lapses.server.ts'
import { trainingMails } from './mails.ts'
import { trainingPaths } from './paths.ts'
import { settle, settleCourse } from './settle.server.ts'

export type HandlerDeps = {
  readonly db: Db
  readonly mail: MailTransport
  readonly teamUrl: URL
  readonly library: Library
  readonly packs: Packs
  /** Addresses of accounts live behind another role; identity answers for one at a time. */
  readonly emailOf: (accountId: AccountId) => Promise<string | null>
  readonly memberOf: (accountId: AccountId, regionId: RegionId) => Promise<Parameters<typeof ownPapers>[2]>
}

/** A mail that is later than this tells nobody anything: what it is about stands on their page. */
const newsDays = 14

/** Certificates that are due, and what is told by mail. */
export function handlers(deps: HandlerDeps): Handler[] {
  const system = (regionId: string): Actor => ({ kind: 'system', regionId: regionId as RegionId })
  const link = async (reader: Reader, to: (slug: string) => string) =>
    new URL(to((await loadRegion(reader)).slug), deps.teamUrl).href
  const isNews = (reader: Reader, since: Temporal.Instant) =>
    Temporal.Instant.compare(reader.now, since.add({ hours: 24 * newsDays })) < 0
  return [
    ...classHandlers(deps),
    handle(settleEnrolment, ({ regionId, enrolmentId }) => settle(deps, regionId as RegionId, enrolmentId)),
    handle(settleReviewed, ({ regionId, course }) => settleCourse(deps, regionId as RegionId, course)),
    handle(keepRegionsPapers, ({ regionId }) => deps.db.write(system(regionId), keepPapers)),
    handle(tellCertificate, async ({ regionId, certificateId }) => {
      const actor = system(regionId)
      const found = await deps.db.read(actor, (reader) => loadCertificate(reader, certificateId))
      const to = found === null ? null : await deps.emailOf(found.accountId)
      if (found === null || to === null) return
      await deliver(deps, actor, `certificate.${certificateId}`, async (reader) => {
        const certificate = await loadCertificate(reader, certificateId)
        if (certificate === null || certificate.revocation !== null) return null
        if (!isNews(reader, certificate.issuedAt)) return null
        const { lang } = await reachOf(reader, certificate.accountId)
        const url = await link(reader, (slug) => trainingPaths.certificate(slug, certificateId))
        return { to, ...trainingMails(lang).certificate(url) }
      })
    }),
    handle(tellApproved, async ({ regionId, enrolmentId }) => {
      const actor = system(regionId)
      const [found] = await deps.db.read(actor, (reader) => loadEnrolments(reader, { id: enrolmentId }))
      const to = found === undefined ? null : await deps.emailOf(found.accountId)
      if (found === undefined || to === null) return
      // They are in: the places that waited for them are free.
      if (found.state === 'open')
        await deps.db.write(actor, async (tx) => taken(tx, await holdWays(tx, found.course, to)))
      await deliver(deps, actor, `approved.${enrolmentId}`, async (reader) => {
        const [enrolment] = await loadEnrolments(reader, { id: enrolmentId })
        const decidedAt = await decidedWhen(reader, enrolmentId)
        if (enrolment?.state !== 'open' || decidedAt === null || !isNews(reader, decidedAt)) return null
        const { lang } = await reachOf(reader, enrolment.accountId)
        const url = await link(reader, (slug) => trainingPaths.enrolment(slug, enrolmentId))
        return { to, ...trainingMails(lang).approved(url) }
      })
    }),
    handle(tellLapse, async ({ regionId, accountId, paper, endsOn, days }) => {
      const actor = system(regionId)
      const account = accountId as AccountId
      const to = await deps.emailOf(account)
      if (to === null) return
      const memberId = await deps.memberOf(account, regionId as RegionId)
      // A paper's name is what people call it; in the name of a mail stand letters and digits alone.
      const named = Buffer.from(paper).toString('base64url')
      await deliver(deps, actor, `lapse.${accountId}.${named}.${endsOn}.${days}`, async (reader) => {
        // Renewed since, or over already: neither is news.
        const papers = await ownPapers(reader, account, memberId)
        const lastDay = Temporal.PlainDate.from(endsOn)
        const still = papers.find((one) => one.paper === paper && one.lastDay.equals(lastDay))
        if (still === undefined || Temporal.PlainDate.compare(lastDay, await todayIn(reader)) < 0) return null
        const { lang } = await reachOf(reader, account)
        const { timeZone } = await loadRegion(reader)
        const courses = deps.library.courses.map(({ id }) => id)
        const how = renewingOf(paper, courses)
        // A class renews a certificate of ours, and nothing else.
        const next =
          how === 'course'
            ? await nextClass(reader, courses.find((id) => paper === `certificate ${id}`)!)
            : null
        const said =
          next === null
            ? null
            : `${dayAndClock(next.meetings[0]!.startsAt, timeZone, lang, true)}, ${next.place}`
        const url = await link(reader, trainingPaths.ownWay)
        const about = { days, lastDay: day(lastDay, lang), bars: still.bars, how, next: said }
        return { to, ...trainingMails(lang).lapse(url, about) }
      })
    }),
  ]
}
