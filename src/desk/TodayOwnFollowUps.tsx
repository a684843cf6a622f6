import { followUpKindWords, interventionPaths } from '../intervention/index.ts'
import { Card } from '../ui/card.tsx'
import { near } from '../ui/moment.ts'
import type { TodayProps } from './todayView.ts'
import { todayWords } from './todayWords.ts'

/** What this member owes after a session, now or in the next days. */
export const TodayOwnFollowUps = ({ lang, view }: TodayProps) => {
  const { region, now, own } = view
  if (own === null || own.followUps.length === 0) return null
  const say = todayWords[lang]
  const isDue = (at: Temporal.Instant) => Temporal.Instant.compare(at, now) <= 0
  const at = (moment: Temporal.Instant) => near(moment, now, region.timeZone, lang)
  return (
    <Card title={say.followUps} tone={own.followUps.some((one) => isDue(one.dueAt)) ? 'amber' : 'plain'}>
      <ul class="plain">
        {own.followUps.map(({ id, kind, dueAt }) => (
          <li key={id}>
            {followUpKindWords[lang][kind]}{' '}
            <span class="muted small">{isDue(dueAt) ? say.dueSince(at(dueAt)) : at(dueAt)}</span>
          </li>
        ))}
      </ul>
      <a href={interventionPaths.mine(region.slug)}>{say.followUpsSee}</a>
    </Card>
  )
}
