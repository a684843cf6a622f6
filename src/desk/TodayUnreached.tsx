import { rosterPaths } from '../roster/index.ts'
import { Notice } from '../ui/notice.tsx'
import { teamWords } from './teamWords.ts'
import type { TodayProps } from './todayView.ts'

/** Members on the team whom messages do not reach. */
export const TodayUnreached = ({ lang, view }: TodayProps) =>
  view.unreached === 0 ? null : (
    <Notice tone="amber">
      {teamWords[lang].notReachedToday(view.unreached)}{' '}
      <a href={rosterPaths.drills(view.region.slug)}>{teamWords[lang].notReachedSee}</a>
    </Notice>
  )
