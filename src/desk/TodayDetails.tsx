import { rosterPaths } from '../roster/index.ts'
import { Notice } from '../ui/notice.tsx'
import type { TodayProps } from './todayView.ts'
import { todayWords } from './todayWords.ts'

/** Whether a member's details are still right; asked every quarter, and never a gate. */
export const TodayDetails = ({ lang, view }: TodayProps) =>
  view.own?.confirmDue ? (
    <Notice>
      {todayWords[lang].confirm}{' '}
      <a href={rosterPaths.mine(view.region.slug)}>{todayWords[lang].confirmSee}</a>
    </Notice>
  ) : null
