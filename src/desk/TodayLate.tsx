import { followUpWords, interventionPaths } from '../intervention/index.ts'
import { Notice } from '../ui/notice.tsx'
import type { TodayProps } from './todayView.ts'

/** Follow-ups that are past their last hour; where none is, how many wait. */
export const TodayLate = ({ lang, view }: TodayProps) =>
  view.late === 0 ? (
    view.openFollowUps === 0 ? null : (
      <p>
        {followUpWords[lang].openToday(view.openFollowUps)}{' '}
        <a href={interventionPaths.followUps(view.region.slug)}>{followUpWords[lang].see}</a>
      </p>
    )
  ) : (
    <Notice tone="amber">
      {followUpWords[lang].lateToday(view.late)}{' '}
      <a href={interventionPaths.followUps(view.region.slug)}>{followUpWords[lang].see}</a>
    </Notice>
  )
