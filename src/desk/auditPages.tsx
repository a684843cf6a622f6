import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { may, type Visit } from '../identity/index.ts'
import type { Db } from '../platform/db.server.ts'
import type { AccountId, MemberId, RegionId } from '../platform/ids.ts'
import type { Region } from '../region/index.ts'
import { AuditPage } from './AuditPage.tsx'
import { readAuditFilter } from './auditFilter.ts'
import { loadAuditView, loadOwnRecord } from './auditView.server.ts'
import type { AuditView } from './auditView.ts'
import { auditWords } from './auditWords.ts'
import { OwnRecordPage } from './OwnRecordPage.tsx'

type Deps = {
  readonly db: Db
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
  memberOf(accountId: AccountId, regionId: RegionId): Promise<MemberId | null>
  /** How an account is known to its team; null when it is gone. */
  nameOf(accountId: AccountId): Promise<string | null>
}

/** The trail of the region for its administrators, and of themselves for everybody. */
export function auditRoutes(deps: Deps): Hono {
  const app = new Hono()

  app.get('/:region/audit', async (context) => {
    const visit = await deps.visit(context.req.raw, context.req.param('region'))
    if (visit === null) return context.redirect(deps.signIn, 303)
    const { actor, lang } = visit
    if (!may(actor, 'see', 'audit')) return context.notFound()
    const filter = readAuditFilter(context.req.query())
    const view = await deps.db.read(actor, (reader) => loadAuditView(reader, filter))
    const names = new Map([...view.names, ...(await accountNames(deps, view))])
    const page = <AuditPage {...view} names={names} lang={lang} filter={filter} />
    return context.html(<>{deps.frame(visit, view.region, auditWords[lang].title, 'audit', page)}</>)
  })

  app.get('/:region/me/record', async (context) => {
    const visit = await deps.visit(context.req.raw, context.req.param('region'))
    if (visit === null) return context.redirect(deps.signIn, 303)
    const { actor, lang } = visit
    if (actor.kind !== 'account') return context.notFound()
    const { before } = readAuditFilter(context.req.query())
    const member = await deps.memberOf(actor.accountId, actor.regionId)
    const about = { account: actor.accountId, member }
    const record = await deps.db.read(actor, (reader) => loadOwnRecord(reader, about, before))
    const page = <OwnRecordPage {...record} lang={lang} own={[actor.accountId, member]} before={before} />
    context.header('cache-control', 'no-store')
    return context.html(<>{deps.frame(visit, record.region, auditWords[lang].ownTitle, 'mine', page)}</>)
  })
  return app
}

async function accountNames(deps: Deps, { entries }: AuditView): Promise<[string, string][]> {
  const ids = entries.flatMap((entry) => [
    ...(entry.actorKind === 'account' && entry.actorId !== null ? [entry.actorId] : []),
    ...(entry.subjectKind === 'account' && entry.subjectId !== null ? [entry.subjectId] : []),
  ])
  const named = await Promise.all(
    [...new Set(ids)].map(async (id) => [id, await deps.nameOf(id as AccountId)] as const),
  )
  return named.flatMap(([id, name]) => (name === null ? [] : [[id, name]]))
}
