import { rosterPaths } from '../roster/index.ts'
import { Card } from '../ui/card.tsx'
import { day } from '../ui/moment.ts'
import type { TodayProps } from './todayView.ts'
import { todayWords } from './todayWords.ts'

/** Members off call after the hardest, until the clinical director has spoken to them. */
export const TodayClearance = ({ lang, view }: TodayProps) => {
  const { region } = view
  const { awaiting } = view.roster
  if (awaiting.length === 0) return null
  const say = todayWords[lang]
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(region.timeZone).toPlainDate()
  return (
    <Card title={say.clearance} tone="amber">
      <p>{say.clearanceLead}</p>
      <ul class="plain">
        {awaiting.map(({ id, name, since }) => (
          <li key={id}>
            <a href={rosterPaths.member(region.slug, id)}>{name}</a>{' '}
            <span class="muted small">{say.since(day(dayOf(since), lang))}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
