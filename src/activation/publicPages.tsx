import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Db, Reader } from '../platform/db.server.ts'
import { connectionOf, formOf } from '../platform/http.server.ts'
import { idCode, readIdCode } from '../platform/idCode.server.ts'
import { type ActivationId, type AgencyId, newId, type PlanId, parseId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { loadAgencies, loadPolicy, loadRegion, regionIdBySlug } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import type { Chrome } from '../ui/chrome.ts'
import { type Language, languageOf } from '../ui/language.ts'
import type { Path } from '../ui/path.ts'
import { loadAlert } from './alertStore.server.ts'
import { publicBookingRoutes } from './bookingPages.tsx'
import { activationPaths } from './paths.ts'
import type { PlanState } from './planState.ts'
import { loadPlans } from './planStore.server.ts'
import { inLanguage, RequestFrame, RequestPage, RequestStatusPage } from './RequestPage.tsx'
import { requestTeam } from './request.server.ts'
import { requestDoor } from './requestDoor.server.ts'
import { type FormError, parseRequest } from './requestForm.ts'
import { statusOfRequest } from './requestStatus.ts'
import { loadActivation } from './store.server.ts'
import { requestWords } from './words.ts'

export type PublicDeps = {
  readonly db: Db
  readonly secrets: Secrets
  readonly chrome: Chrome
  readonly leaveHref: Path
  /** The region's support page, whole. */
  supportAt(slug: string, lang: Language): string
  /** What the agency's contact makes ready for one session. */
  checklist(reader: Reader, plan: PlanState, lang: Language): Promise<Child>
}

/** The request form, for anybody: no account, no cookie, no script. */
export function publicRoutes(deps: PublicDeps): Hono {
  const app = new Hono()
  const frameOf = (region: Region, lang: Language) => ({
    chrome: deps.chrome,
    region,
    lang,
    home: (lang === 'en' ? `/${region.slug}` : `/${region.slug}?lang=es`) as Path,
    leaveHref: deps.leaveHref,
  })
  const load = async (slug: string) => {
    const regionId = await regionIdBySlug(deps.db, slug)
    if (regionId === null) return null
    return await deps.db.read({ kind: 'visitor', regionId }, async (reader) => ({
      region: await loadRegion(reader),
      agencies: await loadAgencies(reader),
      now: reader.now,
    }))
  }

  app.route('/', publicBookingRoutes(deps, frameOf))

  app.get('/:region/request', async (context) => {
    const found = await load(context.req.param('region'))
    if (found === null) return context.notFound()
    const frame = frameOf(found.region, languageOf(context.req.query('lang')))
    return context.html(
      <RequestPage frame={frame} agencies={found.agencies} typed={{ key: newId<string>() }} errors={[]} />,
    )
  })

  app.post('/:region/request', async (context) => {
    const found = await load(context.req.param('region'))
    if (found === null) return context.notFound()
    const lang = languageOf(context.req.query('lang'))
    const frame = frameOf(found.region, lang)
    const typed = await formOf(context.req)
    const again = (errors: readonly FormError[]) =>
      context.html(<RequestPage frame={frame} agencies={found.agencies} typed={typed} errors={errors} />, 400)
    const parsed = parseRequest(typed, found.agencies, found.region.timeZone, found.now)
    if (!parsed.ok) return again(parsed.errors)
    const door = requestDoor(deps.secrets, connectionOf(context))
    const saved = await requestTeam(
      deps.db,
      found.region.id,
      parsed.facts,
      parseId(typed.key ?? ''),
      null,
      door,
    )
    if (!saved.ok) return again([{ field: 'agency', word: 'errorAgency' }])
    const code = idCode(deps.secrets, 'request status', saved.value.activationId)
    return context.redirect(inLanguage(activationPaths.requestStatus(found.region.slug, code), lang), 303)
  })

  app.get('/:region/request/:code', async (context) => {
    const found = await load(context.req.param('region'))
    const code = context.req.param('code')
    const id = readIdCode<ActivationId>(deps.secrets, 'request status', code)
    if (found === null || id === null) return context.notFound()
    const system = { kind: 'system', regionId: found.region.id } as const
    const seen = await deps.db.read(system, async (reader) => {
      const activation = await loadActivation(reader, id)
      if (activation === null || activation.request === null) return null
      const { policy } = await loadPolicy(reader, activation.policyVersion)
      return {
        status: statusOfRequest(activation, await loadAlert(reader, id), policy, reader.now),
        plans: await agreedSessions(reader, id, activation.request.agencyId),
      }
    })
    if (seen === null) return context.notFound()
    const frame = frameOf(found.region, languageOf(context.req.query('lang')))
    const here = activationPaths.requestStatus(found.region.slug, code)
    const sessions = seen.plans.map((plan) => ({
      plan,
      checklist: activationPaths.requestChecklist(found.region.slug, code, plan.id),
    }))
    return context.html(
      <RequestStatusPage
        {...{ frame, here, sessions }}
        status={seen.status}
        support={deps.supportAt(found.region.slug, frame.lang)}
      />,
    )
  })

  app.get('/:region/request/:code/checklist/:plan', async (context) => {
    const found = await load(context.req.param('region'))
    const code = context.req.param('code')
    const id = readIdCode<ActivationId>(deps.secrets, 'request status', code)
    const planId = parseId<PlanId>(context.req.param('plan'))
    if (found === null || id === null || planId === null) return context.notFound()
    const lang = languageOf(context.req.query('lang'))
    const checklist = await deps.db.read({ kind: 'system', regionId: found.region.id }, async (reader) => {
      const request = (await loadActivation(reader, id))?.request ?? null
      if (request === null) return null
      const plan = (await agreedSessions(reader, id, request.agencyId)).find((one) => one.id === planId)
      return plan === undefined ? null : await deps.checklist(reader, plan, lang)
    })
    if (checklist === null) return context.notFound()
    const here = activationPaths.requestChecklist(found.region.slug, code, planId)
    const title = requestWords[lang].checklistLink
    return context.html(
      <RequestFrame frame={frameOf(found.region, lang)} here={here} title={title}>
        {checklist}
      </RequestFrame>,
    )
  })
  return app
}

/** Sessions ahead that a coordinator approved for the agency that asked. */
async function agreedSessions(reader: Reader, id: ActivationId, agencyId: AgencyId): Promise<PlanState[]> {
  return (await loadPlans(reader, { activationId: id })).filter(
    (plan) => plan.approval !== null && plan.end === null && plan.agencyId === agencyId,
  )
}
