import { DefinitionList } from '../ui/facts.tsx'
import { near } from '../ui/moment.ts'
import { bookingTeamWords } from './bookingTeamWords.ts'
import type { PlanProps } from './PlanCard.tsx'

/** When and where, once it is approved; there is no window that runs out. */
export const BookedSession = ({ plan, view, lang }: PlanProps) => {
  if (plan.approval === null) return null
  const say = bookingTeamWords[lang]
  const { startsAt, place } = plan.approval
  return (
    <DefinitionList
      facts={[
        { term: say.session, detail: near(startsAt, view.now, view.region.timeZone, lang) },
        { term: say.where, detail: place },
      ]}
    />
  )
}
