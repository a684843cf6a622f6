import { Notice } from '../ui/notice.tsx'
import { deskPaths } from './paths.ts'
import { setUpWords } from './setUpWords.ts'
import type { TodayProps } from './todayView.ts'

/** Nobody is on the roster: nothing else can work before. */
export const TodayUnready = ({ lang, view }: TodayProps) =>
  view.unready ? (
    <Notice tone="amber">
      {setUpWords[lang].unready}{' '}
      <a href={deskPaths.setUpStep(view.region.slug, 'agencies')}>{setUpWords[lang].unreadySee}</a>
    </Notice>
  ) : null
