import { Hono } from 'hono'
import { exposedField, furtherChoices, incidentWords, readFurther } from '../incident/index.ts'
import { formOf } from '../platform/http.server.ts'
import { type ActivationId, parseId } from '../platform/ids.ts'
import { statusOf } from '../platform/problem.ts'
import type { FieldError } from '../ui/errorSummary.tsx'
import type { Language } from '../ui/language.ts'
import type { Entered, TeamDeps } from './entered.server.ts'
import { FurtherPage, typedFrom } from './FurtherPage.tsx'
import type { FurtherView } from './furtherView.ts'
import { furtherWords } from './furtherWords.ts'
import { activationPaths } from './paths.ts'
import { problemWords } from './teamWords.ts'
import { loadFurtherView, tellFurther } from './tellFurther.server.ts'

/** The second page of facts: filled in on the phone, kept version by version. */
export function furtherRoutes(deps: TeamDeps, entered: Entered): Hono {
  const app = new Hono()

  app.on(['GET', 'POST'], '/:region/activations/:id/what-the-agency-told', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<ActivationId>(context.req.param('id'))
    if (id === null) return context.notFound()
    const view = await deps.db.read(visit.actor, (reader) => loadFurtherView(reader, id))
    if (view === null) return context.notFound()
    const { lang } = visit
    const show = (
      typed: Readonly<Record<string, string>>,
      errors: readonly FieldError[],
      status?: 400 | 409,
    ) =>
      context.html(
        <>
          {deps.frame(
            visit,
            view.region,
            furtherWords[lang].title,
            'activations',
            <FurtherPage view={view} lang={lang} typed={typed} errors={errors} meanwhile={status === 409} />,
          )}
        </>,
        status ?? 200,
      )
    const seen = view.recordedAt?.toString() ?? ''
    if (context.req.method === 'GET') return show({ ...typedFrom(view.incident.further), seen }, [])

    const typed = await formOf(context.req)
    const read = readFurther(typed, view.incident.groups)
    if (!read.ok) {
      const errors = read.errors.map(({ field, fault }) => ({
        field,
        label: labelOf(field, view, lang),
        message: furtherWords[lang][fault],
      }))
      return show(typed, errors, 400)
    }
    const told = await tellFurther(deps.db, visit.actor, id, read.facts, typed.seen || null)
    if (told.ok) return context.redirect(activationPaths.activation(view.region.slug, id), 303)
    if (statusOf[told.kind] === 404) return context.notFound()
    // What was typed stays; sent again, it is kept beside what the other one kept.
    return show({ ...typed, seen }, [{ field: null, message: problemWords[lang][told.code] }], 409)
  })
  return app
}

/** Which of many counts is meant; the other fields are chosen from what the page offers. */
function labelOf(field: string, { incident, agencies }: FurtherView, lang: Language): string | undefined {
  for (const group of incident.groups)
    for (const exposure of furtherChoices.exposure)
      if (exposedField(group, exposure) === field)
        return [
          incidentWords[lang].role[group.role],
          agencies.get(group.agencyId)?.name,
          furtherWords[lang][exposure],
        ].join(', ')
  return undefined
}
