import { handOverWords, rosterPaths } from '../roster/index.ts'
import { Card } from '../ui/card.tsx'
import { near } from '../ui/moment.ts'
import { Section } from '../ui/pageHead.tsx'
import { teamWords } from './teamWords.ts'
import type { TodayProps } from './todayView.ts'

/** What the last coordinators left the next ones. */
export const TodayNotes = ({ lang, view }: TodayProps) => {
  const { region, now } = view
  const { notes } = view.roster
  if (notes.length === 0) return null
  return (
    <Section title={handOverWords[lang].title}>
      {notes.map((one) => (
        <Card key={one.id}>
          <p class="as-typed">{one.note}</p>
          <p class="muted small">{near(one.writtenAt, now, region.timeZone, lang)}</p>
        </Card>
      ))}
      <p>
        <a href={rosterPaths.onCall(region.slug)}>{teamWords[lang].notesKeep}</a>
      </p>
    </Section>
  )
}
