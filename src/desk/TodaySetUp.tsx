import { Card } from '../ui/card.tsx'
import { deskPaths } from './paths.ts'
import { readyWords } from './setUpWords.ts'
import type { TodayProps } from './todayView.ts'
import { todayWords } from './todayWords.ts'

/** What the region still lacks, for whoever runs its settings. */
export const TodaySetUp = ({ lang, view }: TodayProps) => {
  if (view.setUp.length === 0) return null
  const say = todayWords[lang]
  return (
    <Card title={say.setUp}>
      <ul class="plain">
        {view.setUp.map(({ code, counts }) => (
          <li key={code}>{readyWords[lang][code](counts)}</li>
        ))}
      </ul>
      <a href={deskPaths.setUpStep(view.region.slug, 'ready')}>{say.setUpSee}</a>
    </Card>
  )
}
