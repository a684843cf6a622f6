import { Button } from '../ui/button.tsx'
import { RadioCards } from '../ui/choices.tsx'
import { DateTimeField, Select } from '../ui/inputs.tsx'
import { zoneName } from '../ui/moment.ts'
import { tel } from '../ui/path.ts'
import { bookedAs } from './booking.ts'
import { liveId } from './liveShape.ts'
import { notReached } from './newestMessage.ts'
import type { PlanProps } from './PlanCard.tsx'
import { activationPaths } from './paths.ts'
import { type OfferState, type PlanState, pendingOffers } from './planState.ts'
import { planWords } from './planWords.ts'
import { ringWords } from './ringWords.ts'
import { SpokenSeated } from './SpokenSeated.tsx'
import { mayAnswerAgain } from './waitingYes.ts'

/** Whoever is asked can be dialled; what they say is written down here, with the same question first. */
export const SpokenAnswer = (props: PlanProps) => {
  const { plan, view, lang, typed } = props
  const asked = mayAnswerNow(plan)
  if (asked.length === 0 && plan.seats.every((seat) => seat.taken === null)) return null
  const toDial = notReached(plan, view.messages, view.now).length > 0
  return (
    <details id={liveId.spoken(plan)} open={typed.plan === plan.id || toDial}>
      <summary>{ringWords[lang].spoken}</summary>
      {asked.length === 0 ? null : <AskedSpoken asked={asked} {...props} />}
      <SpokenSeated {...props} />
    </details>
  )
}

function mayAnswerNow(plan: PlanState): readonly OfferState[] {
  return [
    ...pendingOffers(plan),
    ...plan.offers.filter(
      (offer) => (offer.answer !== null || offer.stoodDown) && mayAnswerAgain(plan, offer, true),
    ),
  ]
}

const AskedSpoken = ({
  asked,
  plan,
  view,
  lang,
  typed,
  errors,
}: PlanProps & { asked: readonly OfferState[] }) => {
  const say = ringWords[lang]
  const nameOf = (id: (typeof asked)[number]['memberId']) =>
    view.members.get(id)?.name ?? planWords[lang].somebody
  const mine = typed.plan === plan.id
  const value = (field: string) => (mine ? typed[field] : undefined)
  const errorOf = (field: string) =>
    mine ? errors.find((error) => error.field === field)?.message : undefined
  return (
    <>
      <ul class="plain">
        {asked.map((offer) => {
          const phone = view.phones.get(offer.memberId)
          return (
            <li key={offer.id}>
              {nameOf(offer.memberId)} ·{' '}
              {phone === undefined ? (
                <span class="muted">{say.noPhone}</span>
              ) : (
                <a href={tel(phone)}>{phone}</a>
              )}
            </li>
          )
        })}
      </ul>
      <form
        method="post"
        action={activationPaths.spokenAnswer(view.region.slug, view.activation.id, plan.id)}
        novalidate
      >
        <Select
          name="offer"
          label={say.spokenWho}
          hint={say.spokenHint}
          required
          lang={lang}
          value={value('offer')}
          error={errorOf('offer')}
          options={asked.map((offer) => ({ value: offer.id, label: nameOf(offer.memberId) }))}
        />
        {bookedAs(plan) !== null ? null : (
          <RadioCards
            name="conflict"
            label={say.spokenConflict}
            inline
            required
            value={value('conflict')}
            error={errorOf('conflict')}
            options={[
              { value: 'no', label: say.no },
              { value: 'yes', label: say.yes },
            ]}
          />
        )}
        <Select
          name="choice"
          label={say.said}
          required
          lang={lang}
          value={value('choice')}
          error={errorOf('choice')}
          options={[
            { value: 'coming', label: say.coming },
            { value: 'coming_from', label: say.comingFrom },
            { value: 'if_released', label: say.ifReleased },
            { value: 'not_this_time', label: say.notThisTime },
          ]}
        />
        <DateTimeField
          name="fromAt"
          label={say.fromAt}
          zone={zoneName(view.now, view.region.timeZone, lang)}
          value={value('fromAt')}
          error={errorOf('fromAt')}
        />
        <Button>{say.spokenDone}</Button>
      </form>
    </>
  )
}
