import { Actions, Button } from '../ui/button.tsx'
import { Checkbox, DateTimeField, Field, Select } from '../ui/inputs.tsx'
import { duration, fieldValue, readField, zoneName } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import type { PlanProps } from './PlanCard.tsx'
import { activationPaths } from './paths.ts'
import { hasBegun, moveReasons } from './planState.ts'
import { planWords } from './planWords.ts'
import { tooFar } from './waitingYes.ts'

/** Another time or place for an approved session, with a reason; everybody on it or asked is told. */
export const MoveSession = ({ plan, view, lang, typed, errors }: PlanProps) => {
  const say = planWords[lang]
  if (plan.approval === null || hasBegun(plan, view.now)) return null
  const { region, activation, now } = view
  const guest = plan.seats.find((seat) => seat.guest !== null)?.guest ?? null
  const mine = typed.moving === plan.id
  const errorOf = (field: string) =>
    mine ? errors.find((error) => error.field === field)?.message : undefined
  return (
    <details open={mine}>
      <summary>{say.move}</summary>
      <form method="post" action={activationPaths.move(region.slug, activation.id, plan.id)} novalidate>
        <input type="hidden" name="moving" value={plan.id} />
        <input type="hidden" name="seen" value={String(plan.moves.length)} />
        <p class="muted small">{say.moveHint}</p>
        {guest === null ? null : <Notice tone="amber">{say.moveGuest(guest.name, guest.from)}</Notice>}
        <DateTimeField
          name="startsAt"
          label={say.startsAt}
          required
          zone={zoneName(now, region.timeZone, lang)}
          value={mine ? typed.startsAt : fieldValue(plan.approval.startsAt, region.timeZone)}
          error={errorOf('startsAt')}
        />
        <Field
          name="place"
          label={say.place}
          required
          maxlength={80}
          value={mine ? typed.place : plan.approval.place}
          error={errorOf('place')}
        />
        <Select
          name="reason"
          label={say.moveWhy}
          required
          lang={lang}
          value={mine ? typed.reason : undefined}
          error={errorOf('reason')}
          options={moveReasons.map((value) => ({ value, label: say.moveReason[value] }))}
        />
        {mine && typed.asksAnew === 'yes' ? (
          <>
            <input type="hidden" name="asksAnew" value="yes" />
            <Checkbox name="anew" label={say.anew} checked={typed.anew === 'yes'} error={errorOf('anew')} />
          </>
        ) : null}
        {errorOf('late') === undefined ? null : (
          <Checkbox
            name="late"
            label={say.tooFar(whoIsLate({ plan, view, lang, typed }))}
            error={errorOf('late')}
          />
        )}
        <Actions>
          <Button>{say.moveDone}</Button>
        </Actions>
      </form>
    </details>
  )
}

function whoIsLate({ plan, view, lang, typed }: Pick<PlanProps, 'plan' | 'view' | 'lang' | 'typed'>): string {
  const say = planWords[lang]
  const startsAt = readField(typed.startsAt ?? '', view.region.timeZone, plan.approval!.startsAt)
  if (startsAt === null) return ''
  const left = duration(startsAt.since(view.now).total('minutes'), lang)
  return tooFar(plan, startsAt, view.now)
    .map(({ memberId, travelMinutes }) =>
      say.tooFarWho(view.members.get(memberId)?.name ?? say.somebody, travelMinutes, left),
    )
    .join(', ')
}
