import { type Context, Hono } from 'hono'
import type { Visit } from '../identity/index.ts'
import { formOf } from '../platform/http.server.ts'
import { parseId } from '../platform/ids.ts'
import { type Status, statusOf } from '../platform/problem.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import type { StatePack } from '../region/index.ts'
import type { FieldError } from '../ui/errorSummary.tsx'
import type { Library } from './course.ts'
import { enter, type TeamDeps } from './enter.server.ts'
import { faultsSaid } from './faultsSaid.ts'
import { may } from './may.ts'
import { fillSeat } from './naming.server.ts'
import { loadOwnSeats, ownAgencies } from './ownSeats.server.ts'
import { trainingPaths } from './paths.ts'
import { SeatsPage, seatField } from './SeatsPage.tsx'
import { seatsProblemWords, seatsWords } from './seatsWords.ts'
import { takeBackSeat } from './takeBack.server.ts'

type Deps = TeamDeps & {
  readonly secrets: Secrets
  readonly packs: ReadonlyMap<string, StatePack>
  readonly library: Library
}
type Fields = Readonly<Record<string, string>>

/** An agency's contact fills the seats their agency was given; another agency's are not there. */
export function seatsRoutes(deps: Deps): Hono {
  const app = new Hono()
  const enterAgency = (context: Context) => enter(deps, context, (actor) => may(actor, 'fill_seats'))
  const show = async (
    context: Context,
    visit: Visit,
    typed: Fields = {},
    errors: readonly FieldError[] = [],
    status: Status = 200,
  ) => {
    const { lang } = visit
    const view = await deps.db.read(visit.actor, (reader) => loadOwnSeats(reader, deps.library))
    const done = context.req.query('done')
    const saved = done === 'filled' || done === 'freed' ? done : null
    const at = { ...visit, here: trainingPaths.ownSeats(view.region.slug) }
    const page = <SeatsPage {...{ view, lang, saved, typed, errors }} />
    return context.html(<>{deps.frame(at, view.region, seatsWords[lang].title, 'seats', page)}</>, status)
  }

  app.get('/:region/seats', async (context) => {
    const visit = await enterAgency(context)
    return visit instanceof Response ? visit : await show(context, visit)
  })

  app.post('/:region/seats', async (context) => {
    const visit = await enterAgency(context)
    if (visit instanceof Response) return visit
    const typed = await formOf(context.req)
    const course = deps.library.courses.find(({ id }) => id === typed.course)
    const own = await deps.db.read(visit.actor, ownAgencies)
    const agencyId = own.find((id) => id === typed.agency)
    if (course === undefined || agencyId === undefined) return context.notFound()
    const of = { course, agencyId }
    const filled = await fillSeat(deps, visit.actor, own, {
      ...of,
      name: typed[seatField('name', of)] ?? '',
      email: typed[seatField('email', of)] ?? '',
    })
    if (filled.ok)
      return context.redirect(`${trainingPaths.ownSeats(context.req.param('region'))}?done=filled`, 303)
    const say = seatsWords[visit.lang]
    const field = filled.field === 'name' || filled.field === 'email' ? filled.field : undefined
    const fault = { code: filled.code, field: field && seatField(field, of) }
    const errors = faultsSaid(seatsProblemWords, [fault], visit.lang, () => field && say[field])
    return await show(context, visit, typed, errors, statusOf[filled.kind])
  })

  app.post('/:region/seats/:naming/withdrawal', async (context) => {
    const visit = await enterAgency(context)
    if (visit instanceof Response) return visit
    const id = parseId<string>(context.req.param('naming'))
    const { course = '', agency } = await formOf(context.req)
    const own = await deps.db.read(visit.actor, ownAgencies)
    const agencyId = own.find((one) => one === agency)
    if (id === null || agencyId === undefined) return context.notFound()
    const freed = await takeBackSeat(deps.db, visit.actor, own, { id, course, agencyId })
    if (freed.ok)
      return context.redirect(`${trainingPaths.ownSeats(context.req.param('region'))}?done=freed`, 303)
    const errors = faultsSaid(seatsProblemWords, [{ code: freed.code }], visit.lang)
    return await show(context, visit, {}, errors, statusOf[freed.kind])
  })
  return app
}
