import { type InterventionType, incidentWords, type ReasonCode, windowFrom } from '../incident/index.ts'
import { near } from '../ui/moment.ts'
import type { PlanProps } from './PlanCard.tsx'
import type { PlanState } from './planState.ts'
import { planWords } from './planWords.ts'
import type { IncidentView } from './view.ts'

/** What each has for it beside a proposal that went before it. */
const reasonFor: Record<InterventionType, ReasonCode> = {
  onSceneSupport: 'still_going_on',
  rits: 'large_release',
  defusing: 'same_day',
  cisd: 'window_ahead',
  cmb: 'rumours_and_facts',
  orgConsultation: 'command_apart',
}

/** What the rules say is not for this group, as the facts stand now. */
const ruledOutFor = (plan: PlanState, view: IncidentView) =>
  view.assessment.proposals.find(
    ({ target }) => target.agencyId === plan.agencyId && target.role === plan.role,
  )?.ruledOut ?? []

/** What else the rules would allow for this group, and when: for the call with the agency, not to choose here. */
export const Alternatives = ({ plan, view, lang }: PlanProps) => {
  if (view.incident === null) return null
  const ruledOut = ruledOutFor(plan, view)
  if (plan.alternatives.length + ruledOut.length === 0) return null
  const say = planWords[lang]
  const at = (moment: Temporal.Instant) => near(moment, view.now, view.region.timeZone, lang)
  return (
    <details>
      <summary>{say.alternatives(plan.alternatives.length, ruledOut.length)}</summary>
      <ul>
        {plan.alternatives.map((type) => {
          const { overAt } = view.incident
          const nearby = type === 'onSceneSupport'
          const window = windowFrom(nearby || overAt === null ? view.now : overAt, view.policy.windows[type])
          const reason = nearby && overAt !== null ? 'straight_back' : reasonFor[type]
          const over = Temporal.Instant.compare(window.closes, view.now) <= 0
          return (
            <li key={type}>
              {incidentWords[lang].type[type]}{' '}
              <span class="muted small">
                {over ? say.alternativeOver : say.alternativeWindow(at(window.opens), at(window.closes))}
              </span>
              <br />
              <span class="muted small">{incidentWords[lang].reason[reason]}</span>
            </li>
          )
        })}
        {ruledOut.map(({ type, because }) => (
          <li key={type}>
            {say.ruledOut(incidentWords[lang].type[type])}
            <br />
            <span class="muted small">{incidentWords[lang].reason[because.code]}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
