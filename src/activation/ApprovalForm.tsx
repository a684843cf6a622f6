import { incidentWords } from '../incident/index.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { RadioCards } from '../ui/choices.tsx'
import { DateTimeField, Field, Select } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { fieldValue, zoneName } from '../ui/moment.ts'
import { wishAhead } from './booking.ts'
import type { PlanProps } from './PlanCard.tsx'
import { activationPaths } from './paths.ts'
import type { PlanState } from './planState.ts'
import { planWords } from './planWords.ts'
import { ringWords } from './ringWords.ts'
import { suggestStart } from './session.ts'
import { isPromised } from './sharedRoom.ts'
import { signOffRoles } from './storedRoles.ts'
import { signOffWords } from './teamWords.ts'

/** A room that no other group was promised. */
export function placeFor(plans: readonly PlanState[], lang: Language): string {
  const { placeSuggested, placeOther } = planWords[lang]
  return isPromised(placeSuggested, plans) ? placeOther : placeSuggested
}

/** When and where; with what was typed when it came back, for this plan alone. */
export const ApprovalForm = ({ plan, view, lang, errors, typed }: PlanProps) => {
  const say = planWords[lang]
  const mine = typed.plan === plan.id
  const errorOf = (field: string) =>
    mine ? errors.find((error) => error.field === field)?.message : undefined
  const { booking } = view.activation
  const wish = booking === null ? null : wishAhead(booking, view.now)
  const suggested = fieldValue(
    wish ?? suggestStart(plan.window, plan.type, view.now, view.policy.team),
    view.region.timeZone,
  )
  const team = plan.seats.map((seat) => incidentWords[lang].seat[seat.kind])
  return (
    <Card title={say.approveTitle}>
      <p>{say.teamOf(team.join(', '))}</p>
      <form
        method="post"
        action={activationPaths.approval(view.region.slug, view.activation.id, plan.id)}
        novalidate
      >
        <input type="hidden" name="plan" value={plan.id} />
        <DateTimeField
          name="startsAt"
          label={say.startsAt}
          required
          zone={zoneName(view.now, view.region.timeZone, lang)}
          value={mine ? typed.startsAt : suggested}
          error={errorOf('startsAt')}
        />
        <Field
          name="place"
          label={say.place}
          required
          maxlength={80}
          value={mine ? typed.place : (booking?.place ?? placeFor(view.plans, lang))}
          error={errorOf('place')}
        />
        {plan.needsClinicalSignOff ? (
          <>
            <Select
              name="signOff"
              label={say.signOff}
              required
              lang={lang}
              value={mine ? typed.signOff : undefined}
              error={errorOf('signOff')}
              options={signOffRoles.map((role) => ({ value: role, label: signOffWords[lang][role] }))}
            />
            <RadioCards
              name="signOffInvolved"
              label={ringWords[lang].spokenConflict}
              hint={say.signOffHint}
              inline
              required
              value={mine ? typed.signOffInvolved : undefined}
              error={errorOf('signOffInvolved')}
              options={[
                { value: 'no', label: ringWords[lang].no },
                { value: 'yes', label: ringWords[lang].yes },
              ]}
            />
          </>
        ) : null}
        <Button look="primary">{say.approve}</Button>
      </form>
    </Card>
  )
}
