import { rosterPaths } from '../roster/index.ts'
import { Card } from '../ui/card.tsx'
import { near } from '../ui/moment.ts'
import type { TodayProps } from './todayView.ts'
import { todayWords } from './todayWords.ts'

/** This member's shift that runs, or the next one, and colleagues who look for somebody. */
export const TodayShift = ({ lang, view }: TodayProps) => {
  const { region, now, own } = view
  if (own === null || (own.shift === null && own.standIns === 0)) return null
  const say = todayWords[lang]
  const at = (moment: Temporal.Instant) => near(moment, now, region.timeZone, lang)
  const { shift } = own
  const runs = shift !== null && Temporal.Instant.compare(shift.startsAt, now) <= 0
  return (
    <Card title={say.shift}>
      {shift === null ? null : (
        <p>{runs ? say.shiftNow(at(shift.endsAt)) : say.shiftNext(at(shift.startsAt), at(shift.endsAt))}</p>
      )}
      {own.standIns === 0 ? null : <p>{say.standIns(own.standIns)}</p>}
      <a href={rosterPaths.ownTime(region.slug)}>{say.shiftSee}</a>
    </Card>
  )
}
