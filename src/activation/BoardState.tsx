import type { Language } from '../ui/language.ts'
import { clock, near } from '../ui/moment.ts'
import { Section } from '../ui/pageHead.tsx'
import { Tag } from '../ui/tag.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { boardWords } from './boardWords.ts'
import { bookingTeamWords } from './bookingTeamWords.ts'
import { hasBegun } from './planState.ts'
import { planWords } from './planWords.ts'
import { stageWords } from './teamWords.ts'
import { timelineOf } from './timeline.ts'
import type { ActivationView } from './view.ts'

type ViewProps = { view: ActivationView; lang: Language }

/** What happened, newest first. */
export const History = ({ view, lang }: ViewProps) => {
  const somebody = planWords[lang].somebody
  const entries = timelineOf(
    view.activation,
    view.plans,
    (memberId) => view.members.get(memberId)?.name ?? somebody,
    lang,
    (at) => near(at, view.now, view.region.timeZone, lang),
  )
  return (
    <Section title={boardWords[lang].timelineTitle}>
      <Timeline
        entries={entries.map(({ key, at, what }) => ({
          key,
          // A booking runs over days.
          time:
            view.incident === null
              ? near(at, view.now, view.region.timeZone, lang)
              : clock(at, view.region.timeZone, lang),
          datetime: at.toString(),
          what,
        }))}
      />
    </Section>
  )
}

/** How far the whole activation is, in one word. */
export const StageTag = ({ view, lang }: ViewProps) => {
  const { activation, plans } = view
  const say = boardWords[lang]
  if (activation.outcome !== null) return <Tag>{say.closed}</Tag>
  if (activation.contact === null)
    return (
      <Tag tone="amber">{activation.booking === null ? say.callBack : bookingTeamWords[lang].toAnswer}</Tag>
    )
  const open = plans.filter((plan) => plan.end === null)
  const seats = open.flatMap((plan) => (plan.approval === null ? [] : plan.seats))
  const taken = seats.filter((seat) => seat.taken !== null || seat.guest !== null).length
  if (open.length === 0) return <Tag>{say.noPlanTitle}</Tag>
  if (seats.length === 0) return <Tag tone="amber">{say.toApprove}</Tag>
  if (open.some((plan) => hasBegun(plan, view.now))) return <Tag tone="ok">{stageWords[lang].begun}</Tag>
  return taken === seats.length ? (
    <Tag tone="ok">{say.filled}</Tag>
  ) : (
    <Tag tone="amber">{say.filling(taken, seats.length)}</Tag>
  )
}
