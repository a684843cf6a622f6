import { Button } from '../ui/button.tsx'
import { RadioCards } from '../ui/choices.tsx'
import { Select } from '../ui/inputs.tsx'
import { tel } from '../ui/path.ts'
import type { PlanProps } from './PlanCard.tsx'
import { activationPaths } from './paths.ts'
import { heldSeats, type PlanState } from './planState.ts'
import { planWords } from './planWords.ts'
import { ringWords } from './ringWords.ts'

/** Whoever has a seat, kept or theirs: what they say on the phone is theirs, as if they had said it on their page. */
export const SpokenSeated = ({ plan, view, lang, typed, errors }: PlanProps) => {
  const say = ringWords[lang]
  const seated = seatedMembers(plan)
  if (seated.length === 0) return null
  const nameOf = ({ memberId }: (typeof seated)[number]) =>
    view.members.get(memberId)?.name ?? planWords[lang].somebody
  const mine = typed.plan === plan.id
  const errorOf = (field: string) =>
    mine ? errors.find((error) => error.field === field)?.message : undefined
  const held = heldSeats(plan).length > 0
  return (
    <form
      method="post"
      action={activationPaths.spokenAnswer(view.region.slug, view.activation.id, plan.id)}
      novalidate
    >
      <p>
        <strong>{say.seatedTitle}</strong>
      </p>
      <ul class="plain">
        {seated.map((one) => {
          const phone = view.phones.get(one.memberId)
          return (
            <li key={one.offerId}>
              {nameOf(one)} ·{' '}
              {phone === undefined ? (
                <span class="muted">{say.noPhone}</span>
              ) : (
                <a href={tel(phone)}>{phone}</a>
              )}
            </li>
          )
        })}
      </ul>
      <Select
        name="seated"
        label={say.spokenWho}
        hint={say.seatedHint}
        required
        lang={lang}
        value={mine ? typed.seated : undefined}
        error={errorOf('seated')}
        options={seated.map((one) => ({ value: one.offerId, label: nameOf(one) }))}
      />
      <RadioCards
        name="says"
        label={say.said}
        required
        value={mine ? typed.says : undefined}
        error={errorOf('says')}
        options={[
          ...(held ? [{ value: 'released', label: say.released }] : []),
          { value: 'cannot_come', label: say.cannotCome },
        ]}
      />
      <Button>{say.spokenDone}</Button>
    </form>
  )
}

function seatedMembers(plan: PlanState) {
  return plan.seats.flatMap(({ taken }) => taken ?? [])
}
