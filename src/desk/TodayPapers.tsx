import { gateWords } from '../roster/index.ts'
import { trainingPaths } from '../training/index.ts'
import { Card } from '../ui/card.tsx'
import { day, dayAndClock } from '../ui/moment.ts'
import type { TodayProps } from './todayView.ts'
import { todayWords } from './todayWords.ts'

/** One's own papers that run out, early enough to do something about it. */
export const TodayPapers = ({ lang, view }: TodayProps) => {
  const { region, study } = view
  if (study.papers.length === 0) return null
  const say = todayWords[lang]
  return (
    <Card title={say.papersEnd} tone="amber">
      <ul class="plain">
        {study.papers.map(({ code, of, lastDay, next }) => (
          <li key={`${code} ${of}`}>
            {gateWords[lang][code]}
            {of === '' ? null : (
              <>
                : <span lang="en">{of}</span>
              </>
            )}{' '}
            <span class="muted small">
              {say.holdsUntil(day(lastDay, lang))}
              {next === null
                ? ''
                : ` ${say.nextClass(dayAndClock(next.startsAt, region.timeZone, lang), next.place)}`}
            </span>
          </li>
        ))}
      </ul>
      <a href={trainingPaths.ownWay(region.slug)}>{say.papersSee}</a>
    </Card>
  )
}
