import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { TextArea } from '../ui/inputs.tsx'
import { dayAndClock } from '../ui/moment.ts'
import { Section } from '../ui/pageHead.tsx'
import { handOverWords } from './handOverWords.ts'
import type { OnCallProps } from './OnCallPage.tsx'
import { rosterPaths } from './paths.ts'
import { shiftSheetWords } from './shiftSheetWords.ts'

/** What coordinators left the next ones, and the form to leave more. */
export const HandOver = ({
  view,
  lang,
  wrong,
  typed,
  errors,
  nameOf,
}: OnCallProps & { nameOf: (id: string) => string }) => {
  const say = handOverWords[lang]
  const { slug, timeZone } = view.region
  if (!view.mayHandOver) return null
  return (
    <Section title={say.title}>
      <p class="muted">{say.lead}</p>
      <p>
        <a href={rosterPaths.shiftSheet(slug)}>{shiftSheetWords[lang].link}</a>
      </p>
      {view.notes.length === 0 ? <p class="muted">{say.none}</p> : null}
      {view.notes.map((one) => (
        <Card key={one.id}>
          <p class="as-typed">{one.note}</p>
          <p class="muted small">
            {say.by(nameOf(one.writtenBy), dayAndClock(one.writtenAt, timeZone, lang))}
          </p>
          <form method="post" action={rosterPaths.noteRemoval(slug, one.id)}>
            <Button>{say.remove}</Button>
          </form>
        </Card>
      ))}
      <details open={wrong === 'note'}>
        <summary>{say.leave}</summary>
        <form method="post" action={rosterPaths.handOver(slug)} novalidate>
          <TextArea
            name="note_text"
            label={say.text}
            hint={say.hint}
            required
            prose
            rows={5}
            value={wrong === 'note' ? typed.text : undefined}
            error={errors.find((error) => error.field === 'note_text')?.message}
          />
          <p>
            <Button>{say.keep}</Button>
          </p>
        </form>
      </details>
    </Section>
  )
}
