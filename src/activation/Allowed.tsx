import { Card } from '../ui/card.tsx'
import type { Language } from '../ui/language.ts'
import { near } from '../ui/moment.ts'
import type { PlanState } from './planState.ts'
import type { ActivationView } from './view.ts'
import { allowableWords, allowanceReasonWords, whoCouldWords } from './whoCouldWords.ts'

type Props = { view: ActivationView; plan: PlanState; lang: Language }

/** What a coordinator allowed for this plan: who, when, and why where that is asked. */
export const Allowed = ({ view, plan, lang }: Props) => {
  const say = whoCouldWords[lang]
  if (plan.allowed.length === 0) return null
  return (
    <Card title={say.allowed} tone={plan.allowed.some((one) => one.reason !== null) ? 'amber' : 'aside'}>
      <ul class="plain">
        {plan.allowed.map(({ what, reason, at, by }) => (
          <li key={what}>
            {allowableWords[lang][what]}
            {reason === null ? '' : `: ${allowanceReasonWords[lang][reason]}`}{' '}
            <span class="muted small">
              {say.allowedBy(
                view.accounts.get(by) ?? say.somebody,
                near(at, view.now, view.region.timeZone, lang),
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
