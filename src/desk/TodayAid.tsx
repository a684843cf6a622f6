import { type AidRequest, activationPaths, aidWords } from '../activation/index.ts'
import { near } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import type { TodayProps } from './todayView.ts'

/** What neighbouring teams ask of this one. */
export const TodayAid = ({ lang, view }: TodayProps) => {
  const { region, now } = view
  const say = aidWords[lang]
  const line = (one: AidRequest) => {
    if (one.answer === null) return say.todayAsks(one.from)
    if (one.accepted && one.answer.name !== null)
      return say.todayGoes(one.answer.name, one.from, near(one.startsAt, now, region.timeZone, lang))
    return say.todayOffered(one.from)
  }
  return (
    <>
      {view.aid
        .filter((one) => one.answer?.code !== 'not_this_time')
        .map((one) => (
          <Notice key={one.id} tone={one.answer === null ? 'amber' : 'info'}>
            {line(one)} <a href={activationPaths.aid(region.slug, one.id)}>{say.look}</a>
          </Notice>
        ))}
    </>
  )
}
