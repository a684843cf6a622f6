import { near } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { tel } from '../ui/path.ts'
import { liveId } from './liveShape.ts'
import { notReached, notTold } from './newestMessage.ts'
import type { PlanProps } from './PlanCard.tsx'
import { type OfferState, pendingOffers, stageOf } from './planState.ts'
import { planWords } from './planWords.ts'
import { reachedWords } from './reachedWords.ts'

type Props = Pick<PlanProps, 'plan' | 'view' | 'lang'>

/** Asked, and no message of ours has reached them: whoever watches the team fill telephones instead. */
export const NotReached = ({ plan, view, lang }: Props) => {
  const say = reachedWords[lang]
  const people = notReached(plan, view.messages, view.now)
  if (people.length === 0) return null
  const since = people.map((offer) => view.messages.get(offer.id)!.at).sort(Temporal.Instant.compare)[0]!
  const title = say.notOut(
    people.length,
    pendingOffers(plan).length,
    near(since, view.now, view.region.timeZone, lang),
  )
  return (
    <Notice tone="bad" title={title}>
      <p>{say.telephone}</p>
      <ul class="plain">
        {people.map((offer) => (
          <Person key={offer.id} {...{ offer, view, lang }} />
        ))}
      </ul>
      {stageOf(plan) === 'filling' ? (
        <p>
          <a href={`#${liveId.spoken(plan)}`}>{say.writeDown}</a>
        </p>
      ) : null}
    </Notice>
  )
}

/** Said yes, and does not know what became of it: the way there may be long. */
export const NotTold = ({ plan, view, lang }: Props) => {
  const say = reachedWords[lang]
  const people = notTold(plan, view.messages, view.now)
  if (people.length === 0) return null
  return (
    <Notice tone="bad" title={say.notTold}>
      <ul class="plain">
        {people.map((offer) => (
          <Person key={offer.id} {...{ offer, view, lang }}>
            {' '}
            · {say.doNotKnow[untoldOf(plan, offer, view)]}
          </Person>
        ))}
      </ul>
    </Notice>
  )
}

/** What the newest message says; of a team that is stood down, that its session is cancelled. */
export function untoldOf(plan: Props['plan'], offer: OfferState, view: Props['view']) {
  const { kind } = view.messages.get(offer.id)!
  const sat = plan.seats.some((seat) => seat.taken?.offerId === offer.id)
  if (kind === 'stand_down' && sat && plan.end?.code === 'cancelled') return 'cancelled'
  return kind === 'offer' ? 'seated' : kind
}

const Person = ({
  offer,
  view,
  lang,
  children,
}: Omit<Props, 'plan'> & { offer: OfferState; children?: unknown }) => {
  const phone = view.phones.get(offer.memberId)
  return (
    <li>
      {view.members.get(offer.memberId)?.name ?? planWords[lang].somebody} ·{' '}
      {phone === undefined ? (
        <span class="muted">{reachedWords[lang].noNumber}</span>
      ) : (
        <a href={tel(phone)}>{phone}</a>
      )}
      {children}
    </li>
  )
}
