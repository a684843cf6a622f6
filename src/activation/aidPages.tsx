import { type Context, Hono } from 'hono'
import type { Visit } from '../identity/index.ts'
import { formOf } from '../platform/http.server.ts'
import { type AidRequestId, type MemberId, parseId } from '../platform/ids.ts'
import { statusOf } from '../platform/problem.ts'
import { loadRegion } from '../region/index.server.ts'
import { loadMember } from '../roster/index.server.ts'
import { commitmentWeight } from '../roster/index.ts'
import type { FieldError } from '../ui/errorSummary.tsx'
import { AidPage } from './AidPage.tsx'
import { loadAid } from './aidStore.server.ts'
import { aidWords } from './aidWords.ts'
import { type AidReply, answerAid, possibleGuests } from './answerAid.server.ts'
import type { Entered, TeamDeps } from './entered.server.ts'
import { activationPaths } from './paths.ts'
import { problemWords } from './teamWords.ts'

/** What a neighbouring team asks of this one. */
export function aidRoutes(deps: TeamDeps, entered: Entered): Hono {
  const app = new Hono()
  const show = async (
    context: Context,
    visit: Visit,
    id: AidRequestId,
    typed: Readonly<Record<string, string>>,
    errors: readonly FieldError[],
    status: 200 | 400 | 401 | 403 | 404 | 409 | 429 = 200,
  ) => {
    const found = await deps.db.read(visit.actor, async (reader) => {
      const [request] = await loadAid(reader, { id })
      if (request === undefined || request.askedRegion !== reader.regionId) return null
      const theirs = request.answer?.memberId ?? null
      return {
        region: await loadRegion(reader),
        now: reader.now,
        request,
        possible: request.answer === null ? await possibleGuests(reader, request) : [],
        offered: theirs === null ? null : ((await loadMember(reader, theirs))?.name ?? null),
      }
    })
    if (found === null) return context.notFound()
    const { lang } = visit
    const possible = found.possible.map((one) => one.member)
    const page = (
      <AidPage
        lang={lang}
        {...found}
        possible={possible}
        hardest={found.request.weight >= commitmentWeight.hardest}
        typed={typed}
        errors={errors}
      />
    )
    const title = aidWords[lang].asksTitle(found.request.from)
    return context.html(<>{deps.frame(visit, found.region, title, 'activations', page)}</>, status)
  }

  app.get('/:region/mutual-aid/:request', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<AidRequestId>(context.req.param('request'))
    return id === null ? context.notFound() : await show(context, visit, id, {}, [])
  })

  app.post('/:region/mutual-aid/:request', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<AidRequestId>(context.req.param('request'))
    if (id === null) return context.notFound()
    const typed = await formOf(context.req)
    const reply: AidReply =
      typed.code === 'offered'
        ? {
            code: 'offered',
            memberId: parseId<MemberId>(typed.member ?? ''),
            spoken: typed.spoken === 'yes',
          }
        : { code: 'not_this_time' }
    const done = await answerAid(deps.db, visit.actor, id, reply)
    if (done.ok) return context.redirect(activationPaths.aid(context.req.param('region'), id), 303)
    const error = { field: done.field ?? null, message: problemWords[visit.lang][done.code] }
    return await show(context, visit, id, typed, [error], statusOf[done.kind])
  })
  return app
}
