import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Visit } from '../identity/index.ts'
import type { Db } from '../platform/db.server.ts'
import { formOf } from '../platform/http.server.ts'
import { parseId } from '../platform/ids.ts'
import { statusOf } from '../platform/problem.ts'
import { loadRegion } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import type { FieldError } from '../ui/errorSummary.tsx'
import { EditReferralPage } from './EditReferralPage.tsx'
import { interventionPaths } from './paths.ts'
import { ReferralsPage } from './ReferralsPage.tsx'
import { seenOf } from './referral.ts'
import { fieldsOf, readReferral } from './referralForm.ts'
import {
  addReferral,
  changeReferral,
  keepsReferrals,
  loadReferrals,
  readsReferrals,
  settleReferral,
} from './referrals.server.ts'
import { referralWords } from './referralWords.ts'
import { problemWords } from './words.ts'

type Deps = {
  readonly db: Db
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
}
type Fields = Readonly<Record<string, string>>

/** The list of places to go on to; who reads it leaves no trace. */
export function referralRoutes(deps: Deps): Hono {
  const app = new Hono()
  const enter = async (context: Context): Promise<Visit | Response> => {
    const visit = await deps.visit(context.req.raw, context.req.param('region') ?? '')
    if (visit === null) return context.redirect(deps.signIn, 303)
    return readsReferrals(visit.actor) ? visit : context.notFound()
  }
  const show = async (
    context: Context,
    visit: Visit,
    typed: Fields = {},
    errors: readonly FieldError[] = [],
    status: 200 | 400 | 401 | 403 | 404 | 409 | 429 = 200,
  ) => {
    const { kind = '', language = '' } = context.req.query()
    const { region, now, all } = await deps.db.read(visit.actor, async (reader) => ({
      region: await loadRegion(reader),
      now: reader.now,
      all: await loadReferrals(reader),
    }))
    const rows = all.filter(
      (one) => (kind === '' || one.kind === kind) && (language === '' || one.languages.includes(language)),
    )
    const { lang } = visit
    const page = (
      <ReferralsPage
        {...{ lang, region, now, rows, typed, errors }}
        asked={{ kind, language }}
        keeps={keepsReferrals(visit.actor)}
      />
    )
    const at = { ...visit, here: interventionPaths.referrals(region.slug) }
    return context.html(<>{deps.frame(at, region, referralWords[lang].title, 'referrals', page)}</>, status)
  }

  app.get('/:region/referrals', async (context) => {
    const visit = await enter(context)
    return visit instanceof Response ? visit : await show(context, visit)
  })

  app.post('/:region/referrals', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const typed = await formOf(context.req)
    const { given, errors } = readReferral(typed, visit.lang)
    if (given === null) return await show(context, visit, typed, errors, 400)
    const added = await addReferral(deps.db, visit.actor, given)
    if (added.ok) return context.redirect(interventionPaths.referrals(context.req.param('region')), 303)
    const message = problemWords[visit.lang][added.code]
    return await show(context, visit, typed, [{ field: added.field ?? null, message }], statusOf[added.kind])
  })

  app.on(['GET', 'POST'], '/:region/referrals/:id', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const id = parseId<string>(context.req.param('id'))
    if (id === null || !keepsReferrals(visit.actor)) return context.notFound()
    const { lang } = visit
    const typed = context.req.method === 'POST' ? await formOf(context.req) : null
    const page = async (errors: readonly FieldError[], status: 200 | 400 | 401 | 403 | 404 | 409 | 429) => {
      const { region, listing } = await deps.db.read(visit.actor, async (reader) => ({
        region: await loadRegion(reader),
        listing: (await loadReferrals(reader)).find((one) => one.id === id),
      }))
      if (listing === undefined) return context.notFound()
      // Sent again after somebody else's change, it is kept over what stands there now.
      const seen = status === 409 ? seenOf(listing) : (typed?.seen ?? seenOf(listing))
      const form = { lang, region, listing, seen, errors, typed: typed ?? fieldsOf(listing) }
      const at = { ...visit, here: interventionPaths.referral(region.slug, id) }
      const content = <EditReferralPage {...form} />
      return context.html(
        <>{deps.frame(at, region, referralWords[lang].title, 'referrals', content)}</>,
        status,
      )
    }
    if (typed === null) return await page([], 200)
    const { given, errors } = readReferral(typed, lang)
    if (given === null) return await page(errors, 400)
    const changed = await changeReferral(deps.db, visit.actor, id, given, typed.seen ?? '')
    if (changed.ok) return context.redirect(interventionPaths.referrals(context.req.param('region')), 303)
    const message = problemWords[lang][changed.code]
    return await page([{ field: changed.field ?? null, message }], statusOf[changed.kind])
  })

  app.post('/:region/referrals/:id/:what', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const id = parseId<string>(context.req.param('id'))
    const what = (['vetted', 'retired'] as const).find((one) => one === context.req.param('what'))
    if (id === null || what === undefined) return context.notFound()
    const settled = await settleReferral(deps.db, visit.actor, id, what)
    return settled.ok
      ? context.redirect(interventionPaths.referrals(context.req.param('region')), 303)
      : context.notFound()
  })
  return app
}
