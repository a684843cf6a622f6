import type { Context } from 'hono'
import type { Visit } from '../identity/index.ts'
import { accountOf } from '../platform/actor.ts'
import type { ActivationId, PlanId } from '../platform/ids.ts'
import { withIsland } from '../platform/islands.server.ts'
import { type Outcome, statusOf } from '../platform/problem.ts'
import { loadRegion } from '../region/index.server.ts'
import type { FieldError } from '../ui/errorSummary.tsx'
import { ActivationBoard } from './ActivationPage.tsx'
import { BookingBoard } from './BookingBoard.tsx'
import { boardWords } from './boardWords.ts'
import type { TeamDeps } from './entered.server.ts'
import { Live } from './Live.tsx'
import { activationPaths } from './paths.ts'
import { activationOfPlan } from './planStore.server.ts'
import type { ActivationCode } from './problems.ts'
import { problemWords } from './teamWords.ts'
import { loadActivationView } from './view.server.ts'
import { accountsIn } from './whoCouldPages.tsx'

type Refused = {
  readonly errors: readonly FieldError[]
  readonly typed: Readonly<Record<string, string>>
  readonly status: 400 | 401 | 403 | 404 | 409 | 429
}

/** What every action on a board answers with: the board. */
export type BoardAnswers = ReturnType<typeof boardAnswers>

export function boardAnswers(deps: TeamDeps) {
  const show = async (context: Context, visit: Visit, id: ActivationId, refused?: Refused) => {
    const read = await deps.db.read(visit.actor, (reader) => loadActivationView(reader, id))
    if (read === null) return context.notFound()
    const { rung, takings } = read.alert
    const people = [...rung, ...takings].map((one) => one.accountId)
    const view = { ...read, accounts: await accountsIn(deps, read.plans, people) }
    const { lang } = visit
    const shown = {
      lang,
      viewer: accountOf(visit.actor),
      errors: refused?.errors ?? [],
      typed: refused?.typed ?? {},
    }
    const board =
      view.incident === null ? (
        <BookingBoard view={view} {...shown} />
      ) : (
        <ActivationBoard view={view} {...shown} />
      )
    const title = boardWords[lang].numbered(String(view.activation.number))
    const nonce = withIsland(context, 'board')
    // A form that came back stands at the form's own address, which nobody can open again.
    const at = { ...visit, here: activationPaths.activation(view.region.slug, id) }
    return context.html(
      <>
        {deps.frame(
          at,
          view.region,
          title,
          'activations',
          <>
            <Live view={view} nonce={nonce} />
            {board}
            <script src={deps.boardScript} type="module" nonce={nonce}></script>
          </>,
        )}
      </>,
      refused?.status ?? 200,
    )
  }

  /** After a use-case: back to the board, or the board with what is wrong and what was typed. */
  const answered = async (
    context: Context,
    visit: Visit,
    id: ActivationId,
    typed: Record<string, string>,
    outcome: Outcome<unknown, ActivationCode>,
  ) => {
    if (outcome.ok)
      return context.redirect(activationPaths.activation(context.req.param('region') ?? '', id), 303)
    const errors = [{ field: outcome.field ?? null, message: problemWords[visit.lang][outcome.code] }]
    return await show(context, visit, id, { errors, typed, status: statusOf[outcome.kind] })
  }

  const activationOf = (visit: Visit, plan: PlanId) =>
    deps.db.read(visit.actor, (reader) => activationOfPlan(reader, plan))

  return {
    show,
    answered,
    /** An address that names a plan under somebody else's activation leads nowhere. */
    belongs: async (visit: Visit, plan: PlanId, id: ActivationId) => (await activationOf(visit, plan)) === id,
    activationOf,
    clockOf: (visit: Visit) =>
      deps.db.read(visit.actor, async (reader) => ({
        zone: (await loadRegion(reader)).timeZone,
        now: reader.now,
      })),
  }
}
