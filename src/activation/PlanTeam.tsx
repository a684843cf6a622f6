import { incidentWords } from '../incident/index.ts'
import { DataTable } from '../ui/dataTable.tsx'
import { clock, near, span } from '../ui/moment.ts'
import { Seat, SeatBench } from '../ui/seats.tsx'
import { Tag } from '../ui/tag.tsx'
import { AtRisk } from './AtRisk.tsx'
import { bookedAs } from './booking.ts'
import { NotReached, NotTold } from './NotReached.tsx'
import { offerWords } from './offerWords.ts'
import type { PlanProps } from './PlanCard.tsx'
import { openSeats, pendingOffers, type SeatState } from './planState.ts'
import { planWords } from './planWords.ts'
import { notChosenWords, reasonsInWords } from './teamWords.ts'

/** Of a plan that has ended, those who were on it. */
export const PlanTeam = (props: PlanProps) => {
  const { plan } = props
  const open = new Set(plan.end === null ? [] : openSeats(plan))
  const seats = plan.seats.filter((seat) => !open.has(seat))
  return (
    <>
      <SessionLine {...props} />
      <NotReached {...props} />
      <NotTold {...props} />
      {seats.length === 0 ? null : <Bench {...props} seats={seats} />}
    </>
  )
}

/** When and where: what a coordinator reads to whoever is on the phone. */
const SessionLine = ({ plan, view, lang }: PlanProps) => {
  if (plan.approval === null || bookedAs(plan) !== null) return null
  const { startsAt, endsAt, place } = plan.approval
  const where = offerWords[lang].place(place, view.agencies.get(plan.agencyId)!.town)
  return (
    <p>
      <b>
        {span(startsAt, endsAt, view.region.timeZone, lang)} · {where}
      </b>
    </p>
  )
}

const Bench = ({ seats, ...props }: PlanProps & { seats: readonly SeatState[] }) => {
  return (
    <>
      <AtRisk {...props} />
      <SeatBench label={planWords[props.lang].team}>
        {seats.map((seat) =>
          seat.guest !== null ? (
            <GuestSeat key={seat.id} seat={seat} guest={seat.guest} {...props} />
          ) : seat.taken === null ? (
            <OpenSeat key={seat.id} seat={seat} {...props} />
          ) : (
            <TakenSeat key={seat.id} seat={seat} taken={seat.taken} {...props} />
          ),
        )}
      </SeatBench>
    </>
  )
}

type SeatProps = Pick<PlanProps, 'plan' | 'view' | 'lang'> & { seat: SeatState }

const OpenSeat = ({ seat, plan, view, lang }: SeatProps) => {
  const say = planWords[lang]
  const outlook = view.outlooks.get(plan.id)?.seats.find((one) => one.kind === seat.kind)
  const asked = outlook?.asked ?? pendingOffers(plan).filter((offer) => offer.kind === seat.kind).length
  const silent = outlook?.notReached ?? 0
  const answerBy = plan.waves.at(-1)?.dueAt
  const line = [
    asked === 0 ? say.nobodyAsked : say.asked(asked),
    silent === 0 ? [] : say.notReached(silent, asked),
    asked === silent || answerBy === undefined
      ? []
      : say.answerBy(near(answerBy, view.now, view.region.timeZone, lang)),
    // Of a seat nobody is asked for, or nobody was reached for, there is nothing to reckon with.
    outlook === undefined || asked === silent ? [] : say.chance(outlook.tenths),
  ]
  return (
    <Seat
      name={incidentWords[lang].seat[seat.kind]}
      line={line.flat().join(' · ')}
      state={asked === 0 ? 'open' : 'waiting'}
      status={asked === 0 ? say.open : say.waiting}
    />
  )
}

const TakenSeat = ({
  seat,
  taken,
  plan,
  view,
  lang,
}: SeatProps & { taken: NonNullable<SeatState['taken']> }) => {
  const say = planWords[lang]
  const member = view.members.get(taken.memberId)
  const offer = plan.offers.find((one) => one.id === taken.offerId)!
  const from = member?.agencyId ? view.agencies.get(member.agencyId)?.name : say.regionalTeam
  const later = offer.answer?.fromAt
  const doubt = view.doubts.get(taken.memberId)
  return (
    <Seat
      initials={initials(member?.name ?? '?')}
      name={member?.name ?? say.somebody}
      line={`${incidentWords[lang].seat[seat.kind]} · ${from}`}
      state={taken.heldUntil && plan.end === null ? 'waiting' : plan.end === null ? 'coming' : 'filled'}
      status={
        plan.end !== null
          ? taken.heldUntil
            ? say.wasKept
            : say.wasOn
          : taken.heldUntil
            ? say.heldUntil(clock(taken.heldUntil, view.region.timeZone, lang))
            : later
              ? say.comingFrom(clock(later, view.region.timeZone, lang))
              : say.coming
      }
      note={
        <>
          {doubt === undefined ? null : (
            <>
              <Tag tone="bad">{say.doubt(notChosenWords[lang][doubt])}</Tag>{' '}
            </>
          )}
          {[say.away(offer.travelMinutes), reasonsInWords(offer.reasons, lang)].filter(Boolean).join(' · ')}
        </>
      }
    />
  )
}

const GuestSeat = ({ seat, guest, plan, lang }: SeatProps & { guest: NonNullable<SeatState['guest']> }) => (
  <Seat
    initials={initials(guest.name)}
    name={guest.name}
    line={[incidentWords[lang].seat[seat.kind], guest.agency ?? [], guest.from].flat().join(' · ')}
    state={plan.end === null ? 'coming' : 'filled'}
    status={plan.end === null ? planWords[lang].coming : planWords[lang].wasOn}
    note={planWords[lang].guest}
  />
)

function initials(name: string): string {
  return name
    .split(' ')
    .map((part) => part.charAt(0))
    .join('')
}

/** So that a coordinator can answer "why not her?". */
export const NotAsked = ({ plan, view, lang }: PlanProps) => {
  const say = planWords[lang]
  const reasons = view.notChosen.get(plan.id) ?? []
  return (
    <details>
      <summary>{say.counted(say.notAsked, reasons.length)}</summary>
      <DataTable
        caption={say.notAsked}
        captionHidden
        columns={[{ label: say.member }, { label: say.agency }, { label: say.firstReason }]}
        rows={reasons.map(({ memberId, reason }) => {
          const member = view.members.get(memberId)!
          const agency =
            member.agencyId === null ? say.regionalTeam : view.agencies.get(member.agencyId)?.name
          return {
            key: memberId,
            cells: [
              member.name,
              agency ?? '',
              <Tag tone={reason === 'affected_agency' ? 'bad' : 'neutral'}>
                {notChosenWords[lang][reason]}
              </Tag>,
            ],
          }
        })}
      />
    </details>
  )
}
