import type { Region } from '../region/index.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { DefinitionList } from '../ui/facts.tsx'
import type { Language } from '../ui/language.ts'
import { day, duration } from '../ui/moment.ts'
import { Section } from '../ui/pageHead.tsx'
import type { WaitingEntries } from './continuedView.ts'
import { continuedWords } from './continuedWords.ts'
import { trainingPaths } from './paths.ts'

type Props = {
  readonly region: Pick<Region, 'slug'>
  readonly lang: Language
  readonly waiting: WaitingEntries
}

/** What people entered as continued training and nobody looked at yet. */
export const WaitingContinued = ({ region, lang, waiting }: Props) => {
  const say = continuedWords[lang]
  return (
    <Section title={say.toCheck}>
      {waiting.length === 0 ? (
        <p class="muted">{say.toCheckNone}</p>
      ) : (
        <>
          <p class="muted">{say.toCheckLead}</p>
          <div class="tiles">
            {waiting.map(({ entry, own }) => (
              <Card key={entry.id}>
                <h3>
                  <a href={trainingPaths.way(region.slug, entry.accountId)}>{entry.name}</a>
                </h3>
                <DefinitionList
                  facts={[
                    { term: say.what, detail: <bdi>{entry.what}</bdi> },
                    { term: say.kind, detail: say.kinds[entry.kind] },
                    { term: say.minutes, detail: duration(entry.minutes, lang) },
                    { term: say.doneOn, detail: day(entry.doneOn, lang) },
                    { term: say.evidenceKept, detail: <bdi>{entry.evidenceKept}</bdi> },
                  ]}
                />
                {own ? (
                  <p>{say.own}</p>
                ) : (
                  <form method="post" action={trainingPaths.continuedCheck(region.slug, entry.id)}>
                    <Actions>
                      <Button name="verdict" value="seen">
                        {say.seenDo}
                        <span class="unseen">: {say.of(entry.what, entry.name)}</span>
                      </Button>
                      <Button look="danger" name="verdict" value="not_accepted">
                        {say.refuseDo}
                        <span class="unseen">: {say.of(entry.what, entry.name)}</span>
                      </Button>
                    </Actions>
                  </form>
                )}
              </Card>
            ))}
          </div>
        </>
      )}
    </Section>
  )
}
