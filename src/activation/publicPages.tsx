import { Hono } from 'hono'
import type { Db } from '../platform/db.server.ts'
import { connectionOf, formOf } from '../platform/http.server.ts'
import { idCode, readIdCode } from '../platform/idCode.server.ts'
import { type ActivationId, newId, parseId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { loadAgencies, loadPolicy, loadRegion, regionIdBySlug } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import type { Chrome } from '../ui/chrome.ts'
import { type Language, languageOf } from '../ui/language.ts'
import type { Path } from '../ui/path.ts'
import { loadAlert } from './alertStore.server.ts'
import { publicBookingRoutes } from './bookingPages.tsx'
import { activationPaths } from './paths.ts'
import { inLanguage, RequestPage, RequestStatusPage } from './RequestPage.tsx'
import { requestTeam } from './request.server.ts'
import { requestDoor } from './requestDoor.server.ts'
import { type FormError, parseRequest } from './requestForm.ts'
import { statusOfRequest } from './requestStatus.ts'
import { loadActivation } from './store.server.ts'

export type PublicDeps = {
  readonly db: Db
  readonly secrets: Secrets
  readonly chrome: Chrome
  readonly leaveHref: Path
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
    const status = await deps.db.read(system, async (reader) => {
      const activation = await loadActivation(reader, id)
      if (activation === null || activation.request === null) return null
      const { policy } = await loadPolicy(reader, activation.policyVersion)
      return statusOfRequest(activation, await loadAlert(reader, id), policy, reader.now)
    })
    if (status === null) return context.notFound()
    const frame = frameOf(found.region, languageOf(context.req.query('lang')))
    const here = activationPaths.requestStatus(found.region.slug, code)
    return context.html(<RequestStatusPage frame={frame} here={here} status={status} />)
  })
  return app
}
