import type { Language } from '../ui/language.ts'
import { near } from '../ui/moment.ts'
import { Section } from '../ui/pageHead.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { boardWords } from './boardWords.ts'
import { planWords } from './planWords.ts'
import { timelineOf } from './timeline.ts'
import type { ActivationView } from './view.ts'

type ViewProps = { view: ActivationView; lang: Language }

/** What happened, newest first. */
export const History = ({ view, lang }: ViewProps) => {
  const somebody = planWords[lang].somebody
  const entries = timelineOf(
    view.activation,
    view.plans,
    (memberId) => view.members.get(memberId)?.name ?? somebody,
    lang,
    (at) => near(at, view.now, view.region.timeZone, lang),
  )
  return (
    <Section title={boardWords[lang].timelineTitle}>
      <Timeline
        entries={entries.map(({ key, at, what }) => ({
          key,
          time: near(at, view.now, view.region.timeZone, lang),
          datetime: at.toString(),
          what,
        }))}
      />
    </Section>
  )
}
