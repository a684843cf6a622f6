import { followUpWords, interventionPaths } from '../intervention/index.ts'
import { Notice } from '../ui/notice.tsx'
import type { TodayProps } from './todayView.ts'

/** Follow-ups that are past their last hour. */
export const TodayLate = ({ lang, view }: TodayProps) =>
  view.late === 0 ? null : (
    <Notice tone="amber">
      {followUpWords[lang].lateToday(view.late)}{' '}
      <a href={interventionPaths.followUps(view.region.slug)}>{followUpWords[lang].see}</a>
    </Notice>
  )
