import { Hono } from 'hono'
import { readFurther } from '../incident/index.ts'
import { formOf } from '../platform/http.server.ts'
import { type AccountId, type ActivationId, parseId } from '../platform/ids.ts'
import { statusOf } from '../platform/problem.ts'
import type { FieldError } from '../ui/errorSummary.tsx'
import { clock } from '../ui/moment.ts'
import { furtherLabel } from './BothAnswered.tsx'
import type { Entered, TeamDeps } from './entered.server.ts'
import { FurtherPage, typedFrom } from './FurtherPage.tsx'
import type { FurtherView } from './furtherView.ts'
import { furtherWords } from './furtherWords.ts'
import { activationPaths } from './paths.ts'
import { problemWords } from './teamWords.ts'
import { loadFurtherView, tellFurther } from './tellFurther.server.ts'
import { type Both, stillBoth, threeWays } from './threeWays.ts'

/** The second page of facts: filled in on the phone, kept version by version. */
export function furtherRoutes(deps: TeamDeps, entered: Entered): Hono {
  const app = new Hono()

  app.on(['GET', 'POST'], '/:region/activations/:id/what-the-agency-told', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<ActivationId>(context.req.param('id'))
    if (id === null) return context.notFound()
    const load = () => deps.db.read(visit.actor, (reader) => loadFurtherView(reader, id))
    const view = await load()
    if (view === null) return context.notFound()
    const { lang } = visit
    const keptBy = async ({ versions }: FurtherView) => {
      const by = versions[0]?.recordedBy as AccountId | null | undefined
      return (by == null ? null : await deps.nameOf(by)) ?? furtherWords[lang].somebody
    }
    const show = async (
      shown: FurtherView,
      typed: Readonly<Record<string, string>>,
      refused?: { status: 400 | 409; errors: readonly FieldError[]; both: readonly Both[] },
    ) => {
      const page = (
        <FurtherPage
          view={shown}
          lang={lang}
          typed={typed}
          errors={refused?.errors ?? []}
          both={refused?.both ?? []}
          keptBy={await keptBy(shown)}
        />
      )
      return context.html(
        <>{deps.frame(visit, shown.region, furtherWords[lang].title, 'activations', page)}</>,
        refused?.status ?? 200,
      )
    }
    const seenNow = (shown: FurtherView) => shown.versions[0]?.recordedAt.toString() ?? ''
    if (context.req.method === 'GET')
      return await show(view, { ...typedFrom(view.incident.further), seen: seenNow(view) })

    const typed = await formOf(context.req)
    const read = readFurther(typed, view.incident.groups)
    const both = stillBoth(typed, versionSeen(view, typed.seen))
    const unchosen = both.filter(({ field }) => (typed[field] ?? '') === '')
    if (!read.ok || unchosen.length > 0) {
      const wrong = (read.ok ? [] : read.errors).filter(({ field }) =>
        unchosen.every((one) => one.field !== field),
      )
      const errors = [
        ...unchosen.map(({ field }) => ({ field, message: furtherWords[lang].bothHint })),
        ...wrong.map(({ field, fault }) => ({ field, message: furtherWords[lang][fault] })),
      ].map((error) => ({ ...error, label: furtherLabel(error.field, view, lang) }))
      return await show(view, typed, { status: 400, errors, both })
    }
    const told = await tellFurther(deps.db, visit.actor, id, read.facts, typed.seen || null)
    if (told.ok) return context.redirect(activationPaths.activation(view.region.slug, id), 303)
    if (statusOf[told.kind] === 404) return context.notFound()
    if (told.code !== 'told_meanwhile') {
      const errors = [{ field: null, message: problemWords[lang][told.code] }]
      return await show(view, typed, { status: 409, errors, both })
    }
    const stored = (await load())!
    const merged = threeWays(
      versionSeen(stored, typed.seen),
      typedFrom(stored.incident.further),
      typedFrom(read.facts),
    )
    const again = { ...merged.typed, seen: seenNow(stored) }
    const at = clock(stored.versions[0]!.recordedAt, stored.region.timeZone, lang)
    const meanwhile = { field: null, message: furtherWords[lang].meanwhile(await keptBy(stored), at) }
    return await show(stored, again, { status: 409, errors: [meanwhile], both: merged.both })
  })
  return app
}

/** What the page was drawn from; nothing known, before anything was kept. */
function versionSeen({ versions, incident }: FurtherView, seen = ''): Record<string, string> {
  const version = versions.find((one) => one.recordedAt.toString() === seen)
  if (version !== undefined) return typedFrom(version.facts)
  const open = readFurther({}, incident.groups)
  return open.ok ? typedFrom(open.facts) : {}
}
