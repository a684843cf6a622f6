import { trainingPaths } from '../training/index.ts'
import { Card } from '../ui/card.tsx'
import type { TodayProps } from './todayView.ts'
import { todayWords } from './todayWords.ts'

/** What of training waits for a coordinator: a yes to an enrolment, a look at a paper. */
export const TodayTraining = ({ lang, view }: TodayProps) => {
  const { region, study } = view
  const { enrolments, papers } = study.queue ?? { enrolments: 0, papers: 0 }
  if (enrolments + papers === 0) return null
  const say = todayWords[lang]
  return (
    <Card title={say.training}>
      <ul class="plain">
        {enrolments === 0 ? null : <li>{say.enrolmentsWait(enrolments)}</li>}
        {papers === 0 ? null : <li>{say.papersWait(papers)}</li>}
      </ul>
      <a href={trainingPaths.training(region.slug)}>{say.trainingSee}</a>
    </Card>
  )
}
