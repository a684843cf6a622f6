import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Visit } from '../identity/index.ts'
import type { Db } from '../platform/db.server.ts'
import type { AccountId, MemberId, RegionId } from '../platform/ids.ts'
import { loadRegion } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { memberWords } from './memberWords.ts'
import { rosterPaths } from './paths.ts'
import { reachWords } from './reachWords.ts'

type Deps = {
  readonly db: Db
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
  /** The member an account is, in this region; null: it is nobody on the roster. */
  memberOf(accountId: AccountId, regionId: RegionId): Promise<MemberId | null>
}

type Own = { readonly visit: Visit; readonly id: MemberId; readonly accountId: AccountId }

/** Lets members to their own pages; accounts that are no member are told how to become one. */
export async function enterOwn(context: Context, deps: Deps): Promise<Own | { readonly answer: Response }> {
  const visit = await deps.visit(context.req.raw, context.req.param('region') ?? '')
  if (visit === null) return { answer: context.redirect(deps.signIn, 303) }
  const { actor } = visit
  if (actor.kind !== 'account') return { answer: await context.notFound() }
  const id = await deps.memberOf(actor.accountId, actor.regionId)
  if (id !== null) return { visit, id, accountId: actor.accountId }
  const region = await deps.db.read(actor, loadRegion)
  const say = memberWords[visit.lang]
  const told = (
    <>
      <PageHead title={say.nav} />
      <Notice>{say.mineNone}</Notice>
      <p>
        <a href={rosterPaths.ownRecord(region.slug)}>{reachWords[visit.lang].record}</a>
      </p>
    </>
  )
  return { answer: await context.html(<>{deps.frame(visit, region, say.nav, 'mine', told)}</>) }
}
