import { bookingKindWords } from '../activation/index.ts'
import { incidentWords } from '../incident/index.ts'
import { rosterPaths } from '../roster/index.ts'
import { DataTable } from '../ui/dataTable.tsx'
import { near } from '../ui/moment.ts'
import { Section } from '../ui/pageHead.tsx'
import { Tag } from '../ui/tag.tsx'
import type { TodayProps } from './todayView.ts'
import { todayWords } from './todayWords.ts'

/** For an agency's contact: what their agencies asked for, and how far it is. */
export const TodayAsked = ({ lang, view }: TodayProps) => {
  const { region, now, asked } = view
  if (asked === null) return null
  const say = todayWords[lang]
  return (
    <Section title={say.asked(asked.agencies.map((agency) => agency.name).join(', '))}>
      <DataTable
        caption={say.askedCaption}
        captionHidden
        columns={[
          { label: say.askedWhat },
          { label: say.askedBy },
          { label: say.askedAt },
          { label: say.askedFar },
        ]}
        rows={asked.requests.map((one) => ({
          key: one.id,
          cells: [
            [
              one.happened === null ? [] : incidentWords[lang].kind[one.happened],
              one.booked === null ? [] : bookingKindWords[lang][one.booked],
            ].flat(),
            asked.agencies.find((agency) => agency.id === one.agencyId)?.name ?? '–',
            near(one.askedAt, now, region.timeZone, lang),
            <Tag tone={one.phase === 'received' ? 'amber' : 'neutral'}>{say.askedPhase[one.phase]}</Tag>,
          ],
        }))}
        empty={<p class="muted">{say.askedNothing}</p>}
      />
      <p>
        <a href={rosterPaths.hears(region.slug)}>{say.askedHear}</a>
      </p>
    </Section>
  )
}
