import { incidentWords } from '../incident/index.ts'
import { inSentence } from '../ui/language.ts'
import { near } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { standingOf } from './answerStanding.ts'
import type { Help } from './outlook.ts'
import type { PlanProps } from './PlanCard.tsx'
import { activationPaths } from './paths.ts'
import { nobodyCame } from './planState.ts'
import { planWords } from './planWords.ts'

/** Said while there is time to do something: which seat may stay empty, why, and what would help. */
export const AtRisk = ({ plan, view, lang }: Pick<PlanProps, 'plan' | 'view' | 'lang'>) => {
  const say = planWords[lang]
  // Its hour has come, and there is nobody: nothing goes on by itself.
  if (nobodyCame(plan, view.now))
    return (
      <Notice tone="bad" title={say.nobodyCameTitle}>
        {say.nobodyCame}
      </Notice>
    )
  const outlook = view.outlooks.get(plan.id)
  if (outlook === undefined || outlook.helps.length === 0) return null
  const { seat } = incidentWords[lang]
  const whoCould = activationPaths.whoCould(view.region.slug, view.activation.id, plan.id)
  const helps: Record<Help, unknown> = {
    dial: say.helpDial,
    ask_more: say.helpAskMore,
    give_way: <a href={whoCould}>{say.helpGiveWay}</a>,
    later: say.helpLater,
  }
  return (
    <Notice tone="amber" title={say.riskTitle}>
      <ul class="plain">
        {outlook.seats.map(({ kind, risk }) =>
          risk === null ? null : <li key={kind}>{say.risk[risk](inSentence(seat[kind]))}</li>,
        )}
        {plan.offers.map((offer) => {
          const standing = standingOf(plan, offer)
          if (standing.kind !== 'from') return null
          const name = view.members.get(offer.memberId)?.name ?? say.somebody
          const from = near(standing.at, view.now, view.region.timeZone, lang)
          return <li key={offer.id}>{say.couldComeFrom(name, from)}</li>
        })}
      </ul>
      <p>
        {say.helps}{' '}
        {outlook.helps.map((help, index) => (
          <span key={help}>
            {index === 0 ? '' : ' · '}
            {helps[help]}
          </span>
        ))}
      </p>
    </Notice>
  )
}
