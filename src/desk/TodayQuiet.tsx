import { rosterPaths } from '../roster/index.ts'
import { EmptyState } from '../ui/card.tsx'
import { Notice } from '../ui/notice.tsx'
import { tel } from '../ui/path.ts'
import type { TodayProps } from './todayView.ts'
import { todayWords } from './todayWords.ts'

/** For those whose roles open no list of the day, and for an administrator with nothing to do: why it is empty. */
export const TodayQuiet = ({ lang, view }: TodayProps) => {
  const { region, roles, study } = view
  const say = todayWords[lang]
  if (roles.peer && view.own === null)
    return (
      <Notice>
        {say.unlinked} <a href={rosterPaths.mine(region.slug)}>{say.unlinkedSee}</a>
      </Notice>
    )
  if (roles.coordinates || roles.peer) return null
  if (roles.administers)
    return view.unready || view.roster.gaps > 0 || view.setUp.length > 0 ? null : (
      <EmptyState title={say.quietTitle}>
        <p>{say.quietAdministrator}</p>
      </EmptyState>
    )
  if (study.papers.length + study.courses.length + study.named.length > 0) return null
  return (
    <EmptyState title={say.quietTitle}>
      <p>
        {say.quiet} <a href={tel(region.teamPhone)}>{region.teamPhone}</a>
      </p>
    </EmptyState>
  )
}
