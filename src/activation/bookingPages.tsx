import { Hono } from 'hono'
import { formOf } from '../platform/http.server.ts'
import { idCode, readIdCode } from '../platform/idCode.server.ts'
import { type ActivationId, newId, parseId } from '../platform/ids.ts'
import { loadAgencies, loadPolicy, loadRegion, regionIdBySlug } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import { type Language, languageOf } from '../ui/language.ts'
import { PageHead } from '../ui/pageHead.tsx'
import { BookingForm } from './BookingForm.tsx'
import { BookingPage, BookingStatusPage } from './BookingPage.tsx'
import { bookEducation } from './booking.server.ts'
import { type BookingError, parseBooking } from './bookingForm.ts'
import { statusOfBooking } from './bookingStatus.ts'
import { bookingTeamWords } from './bookingTeamWords.ts'
import type { Entered, TeamDeps } from './entered.server.ts'
import { activationPaths } from './paths.ts'
import { loadPlans } from './planStore.server.ts'
import type { PublicDeps } from './publicPages.tsx'
import { inLanguage, type PublicFrame } from './RequestPage.tsx'
import type { Fields } from './requestForm.ts'
import { loadActivation } from './store.server.ts'

/** The booking form, for anybody: no account, no cookie, no script. */
export function publicBookingRoutes(
  deps: PublicDeps,
  frameOf: (region: Region, lang: Language) => PublicFrame,
): Hono {
  const app = new Hono()
  const load = async (slug: string) => {
    const regionId = await regionIdBySlug(deps.db, slug)
    if (regionId === null) return null
    return await deps.db.read({ kind: 'visitor', regionId }, async (reader) => ({
      region: await loadRegion(reader),
      agencies: await loadAgencies(reader),
      policy: (await loadPolicy(reader)).policy,
      now: reader.now,
    }))
  }

  app.on(['GET', 'POST'], '/:region/booking', async (context) => {
    const found = await load(context.req.param('region'))
    if (found === null) return context.notFound()
    const { region, agencies, policy, now } = found
    const lang = languageOf(context.req.query('lang'))
    const show = (typed: Fields, errors: readonly BookingError[], status: 200 | 400) =>
      context.html(
        <BookingPage frame={frameOf(region, lang)} {...{ now, agencies, typed, errors }} />,
        status,
      )
    if (context.req.method === 'GET') return show({ key: newId<string>() }, [], 200)
    const typed = await formOf(context.req)
    const parsed = parseBooking(typed, { agencies, timeZone: region.timeZone, now, policy })
    if (!parsed.ok) return show(typed, parsed.errors, 400)
    const saved = await bookEducation(deps.db, region.id, parsed.facts, parseId(typed.key ?? ''))
    if (!saved.ok) return show(typed, [{ field: 'agency', word: 'errorAgency' }], 400)
    const code = idCode(deps.secrets, 'booking status', saved.value.activationId)
    return context.redirect(inLanguage(activationPaths.bookingStatus(region.slug, code), lang), 303)
  })

  app.get('/:region/booking/:code', async (context) => {
    const found = await load(context.req.param('region'))
    const code = context.req.param('code')
    const id = readIdCode<ActivationId>(deps.secrets, 'booking status', code)
    if (found === null || id === null) return context.notFound()
    const { region, now } = found
    const status = await deps.db.read({ kind: 'system', regionId: region.id }, async (reader) => {
      const activation = await loadActivation(reader, id)
      if (activation === null || activation.booking === null) return null
      const { policy } = await loadPolicy(reader, activation.policyVersion)
      return statusOfBooking(activation, await loadPlans(reader, { activationId: id }), policy)
    })
    if (status === null) return context.notFound()
    const frame = frameOf(region, languageOf(context.req.query('lang')))
    const here = activationPaths.bookingStatus(region.slug, code)
    return context.html(<BookingStatusPage {...{ frame, here, now, status }} />)
  })
  return app
}

/** The same form, filled in by a coordinator while somebody is on the phone. */
export function bookingRoutes(deps: TeamDeps, entered: Entered): Hono {
  const app = new Hono()
  app.on(['GET', 'POST'], '/:region/bookings/new', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const { actor, lang } = visit
    if (actor.kind !== 'account') return context.notFound()
    const { region, agencies, policy, now } = await deps.db.read(actor, async (reader) => ({
      region: await loadRegion(reader),
      agencies: await loadAgencies(reader),
      policy: (await loadPolicy(reader)).policy,
      now: reader.now,
    }))
    const say = bookingTeamWords[lang]
    const show = (typed: Fields, errors: readonly BookingError[], status: 200 | 400) => {
      const { timeZone } = region
      const action = activationPaths.newBooking(region.slug)
      const form = (
        <>
          <PageHead title={say.entryTitle} lead={say.entryLead} />
          <BookingForm {...{ lang, now, timeZone, agencies, typed, errors, action }} />
        </>
      )
      return context.html(<>{deps.frame(visit, region, say.entryTitle, 'activations', form)}</>, status)
    }
    if (context.req.method === 'GET') return show({ key: newId<string>() }, [], 200)
    const typed = await formOf(context.req)
    const parsed = parseBooking(typed, { agencies, timeZone: region.timeZone, now, policy })
    if (!parsed.ok) return show(typed, parsed.errors, 400)
    const saved = await bookEducation(deps.db, region.id, parsed.facts, parseId(typed.key ?? ''), actor)
    if (!saved.ok) return show(typed, [{ field: 'agency', word: 'errorAgency' }], 400)
    return context.redirect(activationPaths.activation(region.slug, saved.value.activationId), 303)
  })
  return app
}
