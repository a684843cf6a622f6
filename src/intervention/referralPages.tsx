import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Visit } from '../identity/index.ts'
import type { Db } from '../platform/db.server.ts'
import { formOf } from '../platform/http.server.ts'
import { parseId } from '../platform/ids.ts'
import { isPhone } from '../platform/phone.ts'
import { statusOf } from '../platform/problem.ts'
import { hasUnseen } from '../platform/unseen.ts'
import { loadRegion } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import type { FieldError } from '../ui/errorSummary.tsx'
import { interventionPaths } from './paths.ts'
import { ReferralsPage, referralLanguages } from './ReferralsPage.tsx'
import { referralCosts, referralKinds } from './referral.ts'
import {
  addReferral,
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
    const say = referralWords[visit.lang]
    const errors: FieldError[] = []
    const text = (field: string, most: number, message: string): string => {
      const value = typed[field] ?? ''
      if (value === '' || value.length > most || hasUnseen(value)) errors.push({ field, message })
      return value
    }
    const name = text('name', 120, say.errorName)
    const kind = referralKinds.find((one) => one === typed.type)
    if (kind === undefined) errors.push({ field: 'type', label: say.kind, message: say.errorChoose })
    const town = text('town', 80, say.errorTown)
    const phone = typed.phone ?? ''
    if (!isPhone(phone)) errors.push({ field: 'phone', message: say.errorPhone })
    const cost = referralCosts.find((one) => one === typed.cost)
    if (cost === undefined) errors.push({ field: 'cost', label: say.cost, message: say.errorChoose })
    const languages = referralLanguages.filter((code) => typed[`language_${code}`] !== undefined)
    if (languages.length === 0) errors.push({ field: 'language_en', message: say.errorLanguages })
    if (errors.length > 0) return await show(context, visit, typed, errors, 400)
    const added = await addReferral(deps.db, visit.actor, {
      ...{ name, kind: kind!, town, phone, cost: cost!, languages },
      telehealth: typed.telehealth !== undefined,
      knowsResponders: typed.knows !== undefined,
    })
    if (added.ok) return context.redirect(interventionPaths.referrals(context.req.param('region')), 303)
    const message = problemWords[visit.lang][added.code]
    return await show(context, visit, typed, [{ field: added.field ?? null, message }], statusOf[added.kind])
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
