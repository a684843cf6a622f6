import { trainingPaths } from '../training/index.ts'
import { Card } from '../ui/card.tsx'
import { duration } from '../ui/moment.ts'
import type { TodayProps } from './todayView.ts'
import { todayWords } from './todayWords.ts'

/** Courses that are begun, and those one was named to: where to go on. */
export const TodayCourses = ({ lang, view }: TodayProps) => {
  const { region, study } = view
  if (study.courses.length === 0 && study.named.length === 0) return null
  const say = todayWords[lang]
  return (
    <Card title={say.courses}>
      <ul class="plain">
        {study.named.map((title) => (
          <li key={title}>
            <a href={trainingPaths.learning(region.slug)}>
              {say.courseBegin} <span lang="en">{title}</span>
            </a>
          </li>
        ))}
        {study.courses.map((one) => (
          <li key={one.id}>
            <a href={one.href}>
              {one.waitsForYes ? null : `${say.courseGoOn} `}
              <span lang="en">{one.title}</span>
            </a>{' '}
            <span class="muted small">
              {one.waitsForYes
                ? say.courseWaits
                : one.left === 0
                  ? say.courseRead
                  : say.courseLeft(duration(one.left, lang))}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
