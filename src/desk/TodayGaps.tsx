import { rosterPaths } from '../roster/index.ts'
import { Notice } from '../ui/notice.tsx'
import { teamWords } from './teamWords.ts'
import type { TodayProps } from './todayView.ts'

/** Times ahead in which nobody coordinates. */
export const TodayGaps = ({ lang, view }: TodayProps) =>
  view.roster.gaps === 0 ? null : (
    <Notice tone="amber">
      {teamWords[lang].gaps(view.roster.gaps)}{' '}
      <a href={rosterPaths.onCall(view.region.slug)}>{teamWords[lang].gapsSee}</a>
    </Notice>
  )
