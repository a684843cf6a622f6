import { Actions, Button } from '../ui/button.tsx'
import { Select } from '../ui/inputs.tsx'
import type { PlanProps } from './PlanCard.tsx'
import { activationPaths } from './paths.ts'
import { openSeats } from './planState.ts'
import { planWords } from './planWords.ts'

/** A coordinator who won't wait for the next wave, or knows whom they want to ask. */
export const AskMore = ({ plan, view, lang, typed, errors }: PlanProps) => {
  const say = planWords[lang]
  if (openSeats(plan).length === 0) return null
  const paths = [view.region.slug, view.activation.id, plan.id] as const
  const mine = typed.asking === plan.id
  const could = (view.notChosen.get(plan.id) ?? []).filter((one) => one.reason === 'others_fit_better')
  return (
    <details open={mine}>
      <summary>{say.askMore}</summary>
      <form method="post" action={activationPaths.askMore(...paths)} novalidate>
        <input type="hidden" name="seen" value={String(plan.waves.at(-1)?.number ?? 0)} />
        <p class="muted small">{say.askMoreHint}</p>
        <Actions>
          <Button>{say.askMoreNow}</Button>
        </Actions>
      </form>
      {could.length === 0 ? null : (
        <form method="post" action={activationPaths.askByName(...paths)} novalidate>
          <input type="hidden" name="asking" value={plan.id} />
          <Select
            name="member"
            label={say.askByName}
            hint={say.askByNameHint}
            required
            lang={lang}
            value={mine ? typed.member : undefined}
            error={mine ? errors.find((error) => error.field === 'member')?.message : undefined}
            options={could.map(({ memberId }) => ({
              value: memberId,
              label: view.members.get(memberId)?.name ?? say.somebody,
            }))}
          />
          <Actions>
            <Button>{say.askThem}</Button>
          </Actions>
        </form>
      )}
    </details>
  )
}
