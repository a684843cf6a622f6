import { activationPaths } from '../activation/index.ts'
import { near } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import type { TodayProps } from './todayView.ts'
import { todayWords } from './todayWords.ts'

/** Messages about a team that nobody has taken: what they say has to be said on the telephone. */
export const TodayStuck = ({ lang, view }: TodayProps) => {
  if (view.stuck.length === 0) return null
  const { region, now } = view
  const say = todayWords[lang]
  return (
    <Notice tone="bad" title={say.stuck}>
      <ul class="plain">
        {view.stuck.map(({ activationId, number, count, since }) => (
          <li key={activationId}>
            {say.stuckLine(String(number).padStart(4, '0'), count, near(since, now, region.timeZone, lang))}{' '}
            <a href={activationPaths.activation(region.slug, activationId)}>{say.stuckSee}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
