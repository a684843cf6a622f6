import { type DayBar, DayBars } from '../ui/dayBars.tsx'
import type { Language } from '../ui/language.ts'
import { clock, weekday } from '../ui/moment.ts'
import { Section } from '../ui/pageHead.tsx'
import type { Span } from './shiftHours.ts'
import type { WeekDay } from './week.ts'
import { weekWords } from './weekWords.ts'

type Props = { week: readonly WeekDay[]; timeZone: string; lang: Language }

/** Seven days of duty at a glance, and in words for whoever does not see them. */
export const WeekPicture = ({ week, timeZone, lang }: Props) => {
  const say = weekWords[lang]
  return (
    <Section title={say.title}>
      <DayBars
        caption={say.caption}
        hours={['0', '6', '12', '18', '24']}
        days={week.map((day) => ({
          key: day.day.toString(),
          label: weekday(day.day, lang),
          said: said(day, timeZone, lang),
          lanes: [
            [...bars(day, day.coordinator, 'main'), ...bars(day, day.gaps, 'gap')],
            bars(day, day.backup, 'second'),
            day.members.map((one) => ({ ...bar(day, one, 'many'), label: String(one.count) })),
          ],
        }))}
        legend={[
          { look: 'main', text: say.coordinator },
          { look: 'gap', text: say.gap },
          { look: 'second', text: say.backup },
          { look: 'many', text: say.members },
        ]}
      />
    </Section>
  )
}

/** Where a span lies in its day, in per cent of however long the day is. */
function bar(day: Span, one: Span, look: DayBar['look']): DayBar {
  const whole = day.startsAt.until(day.endsAt).total('minutes')
  const at = (moment: Temporal.Instant) => (day.startsAt.until(moment).total('minutes') / whole) * 100
  return { from: at(one.startsAt), to: at(one.endsAt), look }
}

function bars(day: Span, spans: readonly Span[], look: DayBar['look']): DayBar[] {
  return spans.map((one) => bar(day, one, look))
}

function said(day: WeekDay, timeZone: string, lang: Language): string {
  const say = weekWords[lang]
  const list = (spans: readonly Span[]) =>
    spans
      .map((one) => say.span(clock(one.startsAt, timeZone, lang), clock(one.endsAt, timeZone, lang)))
      .join(', ')
  const counts = day.members.map((one) => one.count)
  const minutes = (spans: readonly Span[]) =>
    spans.reduce((sum, one) => sum + one.startsAt.until(one.endsAt).total('minutes'), 0)
  const least = minutes(day.members) < minutes([day]) ? 0 : Math.min(...counts)
  const parts = [
    ...(day.coordinator.length === 0 ? [] : [say.saidCoordinator(list(day.coordinator))]),
    ...(day.gaps.length === 0 ? [] : [say.saidGap(list(day.gaps))]),
    day.backup.length === 0 ? say.saidNoBackup : say.saidBackup(list(day.backup)),
    say.saidMembers(least, Math.max(0, ...counts)),
  ]
  return say.saidDay(weekday(day.day, lang), parts.join(' '))
}
