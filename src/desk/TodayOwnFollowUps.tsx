import { followUpKindWords, interventionPaths } from '../intervention/index.ts'
import { Card } from '../ui/card.tsx'
import { near } from '../ui/moment.ts'
import type { TodayProps } from './todayView.ts'
import { todayWords } from './todayWords.ts'

/** Calls this member owes an agency after a session. */
export const TodayOwnFollowUps = ({ lang, view }: TodayProps) => {
  const { region, now, own } = view
  if (own === null || own.followUps.length === 0) return null
  const say = todayWords[lang]
  return (
    <Card title={say.followUps} tone="amber">
      <ul class="plain">
        {own.followUps.map(({ id, kind, dueAt }) => (
          <li key={id}>
            {followUpKindWords[lang][kind]}{' '}
            <span class="muted small">{say.dueSince(near(dueAt, now, region.timeZone, lang))}</span>
          </li>
        ))}
      </ul>
      <a href={interventionPaths.mine(region.slug)}>{say.followUpsSee}</a>
    </Card>
  )
}
