import { incidentWords } from '../incident/index.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import type { FieldError } from '../ui/errorSummary.tsx'
import { DateTimeField, Field, Select } from '../ui/inputs.tsx'
import { clock, duration, fieldValue, near } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { Section } from '../ui/pageHead.tsx'
import { Seat, SeatBench } from '../ui/seats.tsx'
import { Tag } from '../ui/tag.tsx'
import { WindowBar } from '../ui/windowBar.tsx'
import { activationPaths } from './paths.ts'
import { type PlanState, pendingOffers, type SeatState, stageOf } from './planState.ts'
import { suggestStart } from './session.ts'
import { notChosenWords, seatReasonWords, stageWords } from './teamWords.ts'
import type { ActivationView } from './view.ts'

type Props = {
  plan: PlanState
  view: ActivationView
  errors: readonly FieldError[]
  typed: Readonly<Record<string, string>>
}

const words = incidentWords.en

/** One plan in the five T's: target, type, timing, theme, team. */
export const PlanCard = (props: Props) => {
  const { plan, view } = props
  const agency = view.agencies.get(plan.agencyId)!
  const stage = stageOf(plan)
  return (
    <Section
      title={`${words.typeShort[plan.type]} · ${words.role[plan.role].toLowerCase()} of ${agency.name}`}
    >
      <p>
        <Tag
          tone={
            stage === 'filled' || stage === 'closed'
              ? 'ok'
              : stage === 'filling' || stage === 'proposed'
                ? 'amber'
                : 'neutral'
          }
        >
          {stageWords[stage]}
        </Tag>{' '}
        <span class="muted small">
          about {plan.count} people · {plan.reasons.map((reason) => words.reason[reason.code]).join(' ')}
        </span>
      </p>
      {plan.contraindications.map((reason) => (
        <Notice key={reason.code} tone="amber">
          {words.reason[reason.code]} <span class="muted small">({reason.source})</span>
        </Notice>
      ))}
      <PlanWindow {...props} />
      {stage === 'proposed' ? <ApprovalForm {...props} /> : <Team {...props} />}
      {stage === 'filling' || stage === 'filled' ? <PlanActions {...props} /> : null}
      {plan.approval === null ? null : <NotChosenTable {...props} />}
      <p class="muted small">
        Sources: {[...new Set(plan.reasons.map((reason) => reason.source))].join('; ')}.
      </p>
    </Section>
  )
}

const PlanWindow = ({ plan, view }: Props) => {
  const at = (moment: Temporal.Instant) => near(moment, view.now, view.region.timeZone, 'en')
  const left = plan.window.closes.since(view.now).total('minutes')
  const summary =
    left > 0 ? `ideal until ${at(plan.window.idealUntil)} · closes in ${duration(left, 'en')}` : 'closed'
  return (
    <Card>
      <WindowBar
        title="Window"
        summary={summary}
        {...plan.window}
        now={view.now}
        {...(plan.approval === null
          ? {}
          : { session: { starts: plan.approval.startsAt, ends: plan.approval.endsAt } })}
        labels={{
          opens: at(plan.window.opens),
          idealUntil: at(plan.window.idealUntil),
          closes: at(plan.window.closes),
          now: clock(view.now, view.region.timeZone, 'en'),
          ...(plan.approval === null ? {} : { session: at(plan.approval.startsAt) }),
        }}
      />
    </Card>
  )
}

const ApprovalForm = ({ plan, view, errors, typed }: Props) => {
  const mine = typed.plan === plan.id
  const errorOf = (field: string) =>
    mine ? errors.find((error) => error.field === field)?.message : undefined
  const suggested = fieldValue(suggestStart(plan.window, plan.type, view.now), view.region.timeZone)
  const team = plan.seats.map((seat) => words.seat[seat.kind])
  return (
    <Card title="Approve and call out">
      <p>Team: {team.join(', ')}.</p>
      <form
        method="post"
        action={activationPaths.approval(view.region.slug, view.activation.id, plan.id)}
        novalidate
      >
        <input type="hidden" name="plan" value={plan.id} />
        <DateTimeField
          name="startsAt"
          label="Session starts"
          required
          zone={clock(view.now, view.region.timeZone, 'en').split(' ').at(-1)!}
          value={mine ? typed.startsAt : suggested}
          error={errorOf('startsAt')}
        />
        <Field
          name="place"
          label="Place (room, not address)"
          required
          maxlength={80}
          value={mine ? typed.place : 'Community room'}
          error={errorOf('place')}
        />
        {plan.needsClinicalSignOff ? (
          <Select
            name="signOff"
            label="Who agreed to group process"
            required
            lang="en"
            value={mine ? typed.signOff : undefined}
            error={errorOf('signOff')}
            options={[
              { value: 'clinical director', label: 'Clinical director' },
              { value: 'named deputy', label: 'Named deputy' },
            ]}
          />
        ) : null}
        <Button look="primary">Approve and call out</Button>
      </form>
    </Card>
  )
}

const Team = ({ plan, view }: Props) => {
  const waiting = pendingOffers(plan)
  return (
    <SeatBench label="Team">
      {plan.seats.map((seat) => (
        <TeamSeat
          key={seat.id}
          seat={seat}
          plan={plan}
          view={view}
          waiting={waiting.filter((offer) => offer.kind === seat.kind).length}
        />
      ))}
    </SeatBench>
  )
}

const TeamSeat = ({
  seat,
  plan,
  view,
  waiting,
}: {
  seat: SeatState
  plan: PlanState
  view: ActivationView
  waiting: number
}) => {
  const taken = seat.taken
  if (taken === null) {
    const answerBy = plan.waves.at(-1)?.dueAt
    const note =
      waiting === 0
        ? 'nobody asked now'
        : `${waiting} asked${answerBy === undefined ? '' : ` · answer by ${clock(answerBy, view.region.timeZone, 'en')}`}`
    const state = waiting === 0 ? 'open' : 'waiting'
    return (
      <Seat
        name={words.seat[seat.kind]}
        line={note}
        state={state}
        status={waiting === 0 ? 'Open' : 'Waiting'}
      />
    )
  }
  const member = view.members.get(taken.memberId)
  const offer = plan.offers.find((one) => one.id === taken.offerId)!
  const from = member?.agencyId ? view.agencies.get(member.agencyId)?.name : 'regional team'
  const status = offer.answer?.fromAt
    ? `Coming, from ${clock(offer.answer.fromAt, view.region.timeZone, 'en')}`
    : 'Coming'
  return (
    <Seat
      initials={initials(member?.name ?? '?')}
      name={member?.name ?? 'Somebody'}
      line={`${words.seat[seat.kind]} · ${from}`}
      state="coming"
      status={status}
      note={`${offer.travelMinutes} min away · ${offer.reasons.map((reason) => seatReasonWords[reason as keyof typeof seatReasonWords]).join(' · ')}`}
    />
  )
}

const PlanActions = ({ plan, view }: Props) => (
  <div class="actions">
    <form method="get" action={activationPaths.closeOut(view.region.slug, view.activation.id, plan.id)}>
      <Button>Close out</Button>
    </form>
    <form method="post" action={activationPaths.planStandDown(view.region.slug, view.activation.id, plan.id)}>
      <Button look="quiet">Stand down</Button>
    </form>
  </div>
)

const NotChosenTable = ({ plan, view }: Props) => {
  const rows = (view.notChosen.get(plan.id) ?? []).map((one) => ({
    one,
    member: view.members.get(one.memberId)!,
  }))
  return (
    <details>
      <summary>Not asked, and why ({rows.length})</summary>
      <DataTable
        caption="Not asked, and why"
        captionHidden
        columns={[{ label: 'Member' }, { label: 'Agency' }, { label: 'First reason' }]}
        rows={rows.map(({ one, member }) => ({
          key: one.memberId,
          cells: [
            member.name,
            member.agencyId === null ? 'regional team' : (view.agencies.get(member.agencyId)?.name ?? ''),
            <Tag tone={one.reason === 'affected_agency' ? 'bad' : 'neutral'}>
              {notChosenWords[one.reason]}
            </Tag>,
          ],
        }))}
      />
    </details>
  )
}

function initials(name: string): string {
  return name
    .split(' ')
    .map((part) => part.charAt(0))
    .join('')
}
