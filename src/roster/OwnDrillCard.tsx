import { Card } from '../ui/card.tsx'
import { DefinitionList } from '../ui/facts.tsx'
import type { Language } from '../ui/language.ts'
import { day } from '../ui/moment.ts'
import { channelWords, drillWords, lineStateWords } from './drillWords.ts'
import type { OwnDrill } from './memberView.ts'

/** What the last drill told of oneself; of nobody else. */
export const OwnDrillCard = ({ drill, lang }: { drill: OwnDrill | null; lang: Language }) => {
  const say = drillWords[lang]
  const words = lineStateWords[lang]
  return (
    <Card title={say.ownTitle}>
      {drill === null ? (
        <p class="muted">{say.ownNone}</p>
      ) : (
        <>
          <p class="muted small">{say.ownAsked(day(drill.on, lang))}</p>
          <DefinitionList
            facts={drill.ways.map((way) => ({
              term: channelWords[lang][way.channel],
              detail: way.answered ? words.answered : drill.running ? words.waiting : words.silent,
            }))}
          />
          {drill.running && drill.ways.some((way) => !way.answered) ? (
            <p class="muted small">{say.ownWaiting}</p>
          ) : null}
        </>
      )}
    </Card>
  )
}
