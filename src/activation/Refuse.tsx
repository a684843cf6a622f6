import { Button } from '../ui/button.tsx'
import { Select } from '../ui/inputs.tsx'
import type { PlanProps } from './PlanCard.tsx'
import { activationPaths } from './paths.ts'
import { pendingOffers } from './planState.ts'
import { planWords } from './planWords.ts'

/** The agency's contact may refuse anyone and is asked for no reason. Who is on the team or asked comes first. */
export const Refuse = ({ plan, view, lang }: PlanProps) => {
  const say = planWords[lang]
  const seated = plan.seats.flatMap((seat) => (seat.taken === null ? [] : [seat.taken.memberId]))
  const first = new Set([...seated, ...pendingOffers(plan).map((offer) => offer.memberId)])
  const rest = [...view.members.keys()].filter((id) => !first.has(id))
  const refused = plan.refused.map((id) => view.members.get(id)?.name ?? say.somebody)
  return (
    <details>
      <summary>{say.refuse}</summary>
      {refused.length === 0 ? null : <p class="muted">{say.refused(refused.join(', '))}</p>}
      <form
        method="post"
        action={activationPaths.refusal(view.region.slug, view.activation.id, plan.id)}
        novalidate
      >
        <Select
          name="member"
          label={say.refuseWhom}
          hint={say.refuseHint}
          required
          lang={lang}
          options={[...first, ...rest]
            .filter((id) => !plan.refused.includes(id))
            .map((id) => ({ value: id, label: view.members.get(id)?.name ?? say.somebody }))}
        />
        <p>
          <Button>{say.refuseDone}</Button>
        </p>
      </form>
    </details>
  )
}
