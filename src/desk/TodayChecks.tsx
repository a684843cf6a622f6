import { interventionPaths } from '../intervention/index.ts'
import { Card } from '../ui/card.tsx'
import { near } from '../ui/moment.ts'
import type { TodayProps } from './todayView.ts'
import { todayWords } from './todayWords.ts'

/** Members the clinical director rings after a session. */
export const TodayChecks = ({ lang, view }: TodayProps) => {
  const { region, now, checks } = view
  if (checks.length === 0) return null
  const say = todayWords[lang]
  return (
    <Card title={say.checks}>
      <ul class="plain">
        {checks.map(({ id, name, dueAt }) => (
          <li key={id}>
            {name} <span class="muted small">{say.dueSince(near(dueAt, now, region.timeZone, lang))}</span>
          </li>
        ))}
      </ul>
      <a href={interventionPaths.followUps(region.slug)}>{say.checksSee}</a>
    </Card>
  )
}
