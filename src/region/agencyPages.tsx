import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Visit } from '../identity/index.ts'
import type { Db } from '../platform/db.server.ts'
import { formOf } from '../platform/http.server.ts'
import { type AccountId, type AgencyId, parseId } from '../platform/ids.ts'
import { AgencyPhones } from './AgencyPhones.tsx'
import type { Region } from './agency.ts'
import { keepMailDomains, loadMailDomains } from './agencyMail.server.ts'
import { keepAgencyPhone } from './agencyPhone.server.ts'
import { agencyPhoneWords } from './agencyPhoneWords.ts'
import { may } from './may.ts'
import { regionPaths } from './paths.ts'
import { loadAgencies, loadRegion } from './store.server.ts'

type Deps = {
  readonly db: Db
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
  emailOf(account: AccountId): Promise<string | null>
}

type Wrong = { readonly field: string; readonly message: 'malformed' | 'domain_malformed' | 'domain_own' }

/** Where each agency is called back, and where it has its mail. */
export function agencyRoutes(deps: Deps): Hono {
  const app = new Hono()
  const enter = async (context: Context): Promise<Visit | Response> => {
    const visit = await deps.visit(context.req.raw, context.req.param('region') ?? '')
    if (visit === null) return context.redirect(deps.signIn, 303)
    return may(visit.actor, 'keep_phones') ? visit : context.notFound()
  }
  const show = async (
    context: Context,
    visit: Visit,
    typed: Readonly<Record<string, string>> = {},
    wrong: Wrong | null = null,
  ) => {
    const { region, agencies, domains } = await deps.db.read(visit.actor, async (reader) => ({
      region: await loadRegion(reader),
      agencies: await loadAgencies(reader),
      domains: await loadMailDomains(reader),
    }))
    const { lang } = visit
    const say = agencyPhoneWords[lang]
    const errors = wrong === null ? [] : [{ field: wrong.field, message: say[wrong.message] }]
    const kept = context.req.query('kept') === '1'
    const page = <AgencyPhones {...{ lang, region, agencies, domains, typed, errors, kept }} />
    return context.html(
      <>{deps.frame(visit, region, say.title, 'onCall', page)}</>,
      wrong === null ? 200 : 400,
    )
  }

  app.get('/:region/agencies', async (context) => {
    const visit = await enter(context)
    return visit instanceof Response ? visit : await show(context, visit)
  })

  app.post('/:region/agencies', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const typed = await formOf(context.req)
    const id = parseId<AgencyId>(typed.agency ?? '')
    if (id === null) return context.notFound()
    const kept = await keepAgencyPhone(deps.db, visit.actor, id, typed[id] ?? '')
    if (kept.ok)
      return context.redirect(`${regionPaths.agencyPhones(context.req.param('region'))}?kept=1`, 303)
    return kept.kind === 'invalid'
      ? await show(context, visit, typed, { field: id, message: 'malformed' })
      : context.notFound()
  })

  app.post('/:region/agencies/mail', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const typed = await formOf(context.req)
    const id = parseId<AgencyId>(typed.agency ?? '')
    if (id === null || visit.actor.kind !== 'account') return context.notFound()
    const own = await deps.emailOf(visit.actor.accountId)
    const kept = await keepMailDomains(deps.db, visit.actor, id, typed[`mail_${id}`] ?? '', own)
    if (kept.ok)
      return context.redirect(`${regionPaths.agencyPhones(context.req.param('region'))}?kept=1`, 303)
    if (kept.code !== 'domain_malformed' && kept.code !== 'domain_own') return context.notFound()
    return await show(context, visit, typed, { field: `mail_${id}`, message: kept.code })
  })
  return app
}
