import type { Language } from '../ui/language.ts'
import { clock, near } from '../ui/moment.ts'
import { AskedCount, AskedTable } from './AskedList.tsx'
import { History } from './BoardState.tsx'
import { boardWords } from './boardWords.ts'
import { liveId, shapeOf } from './liveShape.ts'
import { PlanTeam } from './PlanTeam.tsx'
import { activationPaths } from './paths.ts'
import { planWords } from './planWords.ts'
import { StageTag } from './StageTag.tsx'
import { timelineOf } from './timeline.ts'
import type { ActivationView } from './view.ts'

type Props = { view: ActivationView; lang: Language }

/**
 * The parts of a board that change while somebody looks, each to be put in its place; the same for everybody. No form is
 * among them.
 */
export const LiveShared = ({ view, lang }: Props) => (
  <>
    {view.plans.map((plan) => (
      <div key={plan.id} id={liveId.team(plan)} hx-swap-oob="true">
        {plan.approval === null ? null : (
          <PlanTeam plan={plan} view={view} lang={lang} viewer={null} errors={[]} typed={{}} />
        )}
      </div>
    ))}
    {view.plans
      .filter((plan) => plan.approval !== null)
      .map((plan) => (
        <>
          <span id={liveId.askedCount(plan)} hx-swap-oob="true">
            <AskedCount plan={plan} view={view} lang={lang} />
          </span>
          <div id={liveId.asked(plan)} hx-swap-oob="true">
            <AskedTable plan={plan} view={view} lang={lang} />
          </div>
        </>
      ))}
    <div id={liveId.stage} hx-swap-oob="true">
      <StageTag {...view} lang={lang} />
    </div>
    <div id={liveId.timeline} hx-swap-oob="true">
      <History view={view} lang={lang} />
    </div>
  </>
)

/** What is said to one of them: whether what they look at has changed, who looks too, what happened last. */
export const LiveSaid = ({
  view,
  lang,
  drawn,
  others,
}: Props & { drawn: string; others: readonly string[] }) => {
  const say = boardWords[lang]
  const [newest] = timelineOf(
    view.activation,
    view.plans,
    (id) => view.members.get(id)?.name ?? planWords[lang].somebody,
    lang,
    (at) => near(at, view.now, view.region.timeZone, lang),
  )
  const stale = shapeOf(view) !== drawn
  return (
    <p id={liveId.said} class="muted small" aria-live="polite" hx-swap-oob="true">
      {stale ? (
        <strong>
          {say.liveStale}{' '}
          <a href={activationPaths.activation(view.region.slug, view.activation.id)}>{say.liveReload}</a>
        </strong>
      ) : (
        say.live
      )}{' '}
      {others.length === 0 ? null : <strong>{say.alsoHere(others.join(', '))} ·</strong>}{' '}
      {newest === undefined ? '' : `${clock(newest.at, view.region.timeZone, lang)} ${newest.what}.`}
    </p>
  )
}
