import type { Region } from '../region/index.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import type { Language } from '../ui/language.ts'
import { day } from '../ui/moment.ts'
import { Columns, PageHead, Section } from '../ui/pageHead.tsx'
import { LoadFacts } from './LoadFacts.tsx'
import { LoadPicture } from './LoadPicture.tsx'
import { loadWords } from './loadWords.ts'
import { heaviness, type LoadNow, type NotedLoad } from './ownLoad.ts'
import { rosterPaths } from './paths.ts'

type Props = {
  lang: Language
  region: Region
  now: Temporal.Instant
  load: LoadNow
  /** Oldest first. */
  notes: readonly NotedLoad[]
}

/** A member's own page about their load: what policy counts, and what they note for themselves alone. */
export const LoadPage = (props: Props) => {
  const { lang } = props
  const say = loadWords[lang]
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      <Columns
        main={
          <>
            <Ask {...props} />
            <Notes {...props} />
          </>
        }
        aside={
          <>
            <Card>
              <LoadFacts {...props} />
            </Card>
            <Card title={say.whoTitle}>
              <ul>
                {say.who.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </Card>
          </>
        }
      />
    </>
  )
}

const Ask = ({ lang, region, load }: Props) => {
  const say = loadWords[lang]
  if (!load.justWas) return <p class="muted">{say.askLater}</p>
  return (
    <Card title={say.ask}>
      <p>{say.askLead}</p>
      <form method="post" action={rosterPaths.ownLoad(region.slug)}>
        <Actions>
          {heaviness.map((one) => (
            <Button key={one} name="heaviness" value={String(one)}>
              {`${one} · ${say.steps[one - 1]}`}
            </Button>
          ))}
        </Actions>
      </form>
      <p class="muted small">{say.high}</p>
    </Card>
  )
}

const Notes = ({ lang, region, notes }: Props) => {
  const say = loadWords[lang]
  const action = rosterPaths.ownLoadRemoval(region.slug)
  return (
    <Section title={say.yours}>
      {notes.length === 0 ? null : <LoadPicture notes={notes} lang={lang} />}
      <DataTable
        caption={say.yours}
        captionHidden
        columns={[{ label: say.day }, { label: say.heavy }, { label: say.step }]}
        rows={[...notes].reverse().map((one) => ({
          key: one.on.toString(),
          cells: [
            day(one.on, lang),
            `${one.heaviness} · ${say.steps[one.heaviness - 1]}`,
            <form method="post" action={action}>
              <Button look="quiet" name="day" value={one.on.toString()}>
                <span aria-hidden="true">{say.remove}</span>
                <span class="unseen">{say.removeDay(day(one.on, lang))}</span>
              </Button>
            </form>,
          ],
        }))}
        empty={<p class="muted">{say.none}</p>}
      />
      {notes.length > 1 ? (
        <form method="post" action={action}>
          <Button look="quiet" name="day" value="all">
            {say.removeAll}
          </Button>
        </form>
      ) : null}
    </Section>
  )
}
