import { incidentWords } from '../incident/index.ts'
import type { Fate } from '../messaging/index.ts'
import { DataTable } from '../ui/dataTable.tsx'
import { near } from '../ui/moment.ts'
import { Tag, Tags, type Tone } from '../ui/tag.tsx'
import { standingOf, takenOffForAgency } from './answerStanding.ts'
import { answerWayWords, answerWords, askedWords, channelWords, fateWords } from './askedWords.ts'
import { liveId } from './liveShape.ts'
import { untoldOf } from './NotReached.tsx'
import type { Message } from './newestMessage.ts'
import type { PlanProps } from './PlanCard.tsx'
import { endOf, type OfferState, type PlanState } from './planState.ts'
import { planWords } from './planWords.ts'
import { reachedWords } from './reachedWords.ts'
import { isOver, newsHours } from './stale.ts'
import type { ActivationView } from './view.ts'

type Props = Pick<PlanProps, 'plan' | 'view' | 'lang'>

/** Whom a plan asked. What is inside is drawn anew while somebody looks; whether it is open stays theirs. */
export const AskedList = (props: Props) => (
  <details>
    <summary>
      <span id={liveId.askedCount(props.plan)}>
        <AskedCount {...props} />
      </span>
    </summary>
    <div id={liveId.asked(props.plan)}>
      <AskedTable {...props} />
    </div>
  </details>
)

export const AskedCount = ({ plan, lang }: Props) => <>{askedWords[lang].counted(plan.offers.length)}</>

export const AskedTable = (props: Props) => {
  const { plan, view, lang } = props
  const say = askedWords[lang]
  return (
    <DataTable
      caption={say.title}
      captionHidden
      columns={[say.member, say.seat, say.ways, say.answer].map((label) => ({ label }))}
      rows={plan.offers.map((offer) => ({
        key: offer.id,
        cells: [
          view.members.get(offer.memberId)?.name ?? planWords[lang].somebody,
          incidentWords[lang].seat[offer.kind],
          <AskedBy offer={offer} {...props} />,
          answered(offer, plan, view, lang),
        ],
      }))}
    />
  )
}

const tones: Record<Fate, Tone> = {
  trying: 'amber',
  taken: 'neutral',
  delivered: 'ok',
  failed: 'bad',
  stopped: 'bad',
}

const AskedBy = ({ offer, plan, view, lang }: Props & { offer: OfferState }) => {
  const say = askedWords[lang]
  const { ways = [], stopped = false } = view.asked.get(offer.id) ?? {}
  const shown = ways.filter(({ fate }) => fate !== 'stopped' || !stopped)
  const newest = view.messages.get(offer.id)
  // From then on nothing leaves any more that didn't.
  const over = isOver(endOf(plan).add({ hours: newsHours }), view.now)
  return (
    <Tags>
      {shown.map(({ channel, fate }) => (
        <Tag key={channel} tone={tones[fate]}>
          {channelWords[lang][channel]}: {fateWords[lang][fate]}
        </Tag>
      ))}
      {shown.length === 0 ? (
        <Tag tone="amber">{plan.end === null && !over ? say.notSent : say.neverSent}</Tag>
      ) : null}
      {newest === undefined || newest.kind === 'offer' ? null : (
        <NewestTags
          what={reachedWords[lang].newest[untoldOf(plan, offer, view)]}
          {...{ newest, over, lang }}
        />
      )}
      {stopped ? <Tag tone="bad">{say.stopped}</Tag> : null}
    </Tags>
  )
}

/** What became of the newest message that matters to somebody: on the team, moved, not needed, cancelled. */
const NewestTags = ({
  what,
  newest,
  over,
  lang,
}: {
  what: string
  newest: Message
  over: boolean
  lang: Props['lang']
}) =>
  newest.ways.length === 0 ? (
    <Tag tone="amber">
      {what}: {over ? askedWords[lang].neverSent : reachedWords[lang].notSent}
    </Tag>
  ) : (
    <>
      {newest.ways.map(({ channel, fate }) => (
        <Tag key={channel} tone={tones[fate]}>
          {what} · {channelWords[lang][channel]}: {fateWords[lang][fate]}
        </Tag>
      ))}
    </>
  )

function answered(offer: OfferState, plan: PlanState, view: ActivationView, lang: Props['lang']): string {
  const say = askedWords[lang]
  const { answer } = offer
  const { kind } = standingOf(plan, offer)
  if (answer === null)
    return kind === 'refused' ? say.forAgency : offer.stoodDown ? say.stoodDown : say.pending
  const zone = view.region.timeZone
  const from = answer.fromAt === null ? null : near(answer.fromAt, view.now, zone, lang)
  const sits = kind === 'seated' || kind === 'held'
  const what =
    from !== null
      ? (sits ? say.comesFrom : say.couldComeFrom)(from)
      : kind === 'seated' && answer.code === 'if_released'
        ? say.released
        : answerWords[lang][answer.code]
  const told = `${what} · ${answerWayWords[lang][answer.way]}, ${near(answer.at, view.now, zone, lang)}`
  if (takenOffForAgency(plan, offer) && !sits) return `${told} · ${say.forAgency}`
  return offer.leftTeam && !sits ? `${told} · ${say.left}` : told
}
