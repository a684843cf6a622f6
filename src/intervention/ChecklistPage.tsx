import { incidentWords } from '../incident/index.ts'
import { Card } from '../ui/card.tsx'
import type { Language } from '../ui/language.ts'
import { dayAndClock } from '../ui/moment.ts'
import { PageHead, Section } from '../ui/pageHead.tsx'
import type { Path } from '../ui/path.ts'
import type { BriefingFacts } from './briefingFacts.ts'
import { briefingWords } from './briefingWords.ts'

type Props = {
  facts: BriefingFacts
  lang: Language
  /** Where the contact reads the same without signing in; null: nobody asked in writing, or they read it there. */
  forContact: Path | null
}

/** For the agency's contact, on paper: the room, who is there, and words for the crew. Nothing to fill in. */
export const ChecklistPage = ({ facts, lang, forContact }: Props) => {
  const say = briefingWords[lang]
  const { plan, region, briefing } = facts
  const { startsAt, place } = plan.approval!
  // It hangs on a wall: the day is always told.
  const at = dayAndClock(startsAt, region.timeZone, lang)
  const parts = [
    [say.room, say.roomList],
    [say.people, say.peopleList],
    [say.you, say.youList],
  ] as const
  return (
    <div class="guide">
      <PageHead over={`${at} · ${place}`} title={say.checkTitle} lead={say.checkLead} />
      {forContact === null ? null : (
        <p class="screen-only">
          {say.forContact} <a href={forContact}>{forContact}</a>
        </p>
      )}
      {briefing === null ? null : (
        <p>
          {say.meeting}: <strong>{briefing.meetingPoint}</strong>
        </p>
      )}
      {parts.map(([title, list]) => (
        <Section key={title} title={title}>
          <ul class="checks">
            {list.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Section>
      ))}
      <Card title={say.crewTitle} tone="aside">
        <p>{say.crew(incidentWords[lang].type[plan.type], at)}</p>
      </Card>
      <p class="muted small">{say.number(region.teamPhone)}</p>
    </div>
  )
}
