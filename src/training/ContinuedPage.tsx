import type { Typed } from '../platform/typedForm.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Card, EmptyState } from '../ui/card.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { ErrorSummary, type FieldError, RequiredNote } from '../ui/errorSummary.tsx'
import { Field, NumberField, Select } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { day, duration } from '../ui/moment.ts'
import { PageHead, Section } from '../ui/pageHead.tsx'
import { Tag } from '../ui/tag.tsx'
import type { Entry } from './continued.ts'
import type { ContinuedView } from './continuedView.ts'
import { continuedWords } from './continuedWords.ts'
import { InEnglish } from './InEnglish.tsx'
import { continuedKinds, type LedgerYear } from './ledger.ts'
import { limits } from './limits.ts'
import { OwnNameField } from './OwnNameField.tsx'
import { trainingPaths } from './paths.ts'
import { StudyLinks } from './StudyLinks.tsx'
import { typedField } from './typedField.ts'

type Props = {
  readonly view: ContinuedView
  readonly lang: Language
  /** The entry that this form makes, however often it is sent. */
  readonly id: string
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

/** One's own continued training, the newest year first. */
export const ContinuedPage = (props: Props) => {
  const { view, lang, errors } = props
  const { region, start, entries } = view
  const say = continuedWords[lang]
  const counted = entries.filter((one) => one.verdict !== null)
  const waiting = entries.filter((one) => one.verdict === null)
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      <ErrorSummary errors={errors} lang={lang} />
      <StudyLinks region={region} lang={lang} current="continued" />
      {start === null ? (
        <EmptyState title={say.notBegun} action={<a href={trainingPaths.ownWay(region.slug)}>{say.way}</a>} />
      ) : (
        <>
          <Asked {...props} start={start} />
          {view.years.length === 0 ? null : <Years {...props} />}
          {waiting.length === 0 ? null : (
            <Section title={say.waiting}>
              <p class="muted">{say.waitingLead}</p>
              <Entries lang={lang} entries={waiting} title={say.waiting} />
            </Section>
          )}
          <Section title={say.entries}>
            <Entries lang={lang} entries={counted} title={say.entries} />
          </Section>
          <Section title={say.classes}>
            <DataTable
              caption={say.classes}
              captionHidden
              columns={[{ label: say.what }, { label: say.doneOn }, { label: say.minutes, numeric: true }]}
              rows={view.classes.map((one) => ({
                key: `${one.title} ${one.doneOn}`,
                cells: [<InEnglish>{one.title}</InEnglish>, day(one.doneOn, lang), one.minutes],
              }))}
              empty={<p class="muted">{say.none}</p>}
            />
          </Section>
          <EntryForm {...props} />
        </>
      )}
    </>
  )
}

const Asked = ({ view, lang, start }: Props & { start: Temporal.PlainDate }) => {
  const say = continuedWords[lang]
  const { training, onTheJob } = view.asked
  return (
    <Card tone="aside">
      <p>{say.counts(day(start, lang))}</p>
      <p>
        {onTheJob > 0
          ? say.askedBoth(duration(training, lang), duration(onTheJob, lang))
          : say.asked(duration(training, lang))}
      </p>
      {view.texts.map((text) => (
        <p class="muted small" key={text.source}>
          {say.text(text.says[lang], text.source, day(Temporal.PlainDate.from(text.readOn), lang))}
        </p>
      ))}
    </Card>
  )
}

const Years = ({ view, lang }: Props) => {
  const say = continuedWords[lang]
  const running = (year: LedgerYear) => Temporal.PlainDate.compare(view.today, year.until) < 0
  return (
    <Section title={say.years}>
      <DataTable
        caption={say.years}
        captionHidden
        columns={[
          { label: say.year },
          ...continuedKinds.map((kind) => ({ label: say.kinds[kind], numeric: true })),
          { label: say.state },
        ]}
        rows={[...view.years].reverse().map((year) => ({
          key: year.from.toString(),
          cells: [
            say.span(day(year.from, lang), day(year.until.subtract({ days: 1 }), lang)),
            ...continuedKinds.map((kind) => duration(year.minutes[kind], lang)),
            year.enough ? (
              <Tag tone="ok">{say.enough}</Tag>
            ) : (
              <Tag tone={running(year) ? 'neutral' : 'amber'}>{running(year) ? say.open : say.short}</Tag>
            ),
          ],
        }))}
      />
    </Section>
  )
}

type EntriesProps = { lang: Language; entries: readonly Entry[]; title: string }

const Entries = ({ lang, entries, title }: EntriesProps) => {
  const say = continuedWords[lang]
  return (
    <DataTable
      caption={title}
      captionHidden
      columns={[
        { label: say.what },
        { label: say.kind },
        { label: say.doneOn },
        { label: say.minutes, numeric: true },
        { label: say.state },
      ]}
      rows={entries.map((one) => ({
        key: one.id,
        cells: [
          <bdi>{one.what}</bdi>,
          say.kinds[one.kind],
          day(one.doneOn, lang),
          one.minutes,
          one.verdict === null ? (
            <Tag>{say.waiting}</Tag>
          ) : one.verdict === 'seen' ? (
            <Tag tone="ok">{say.counted}</Tag>
          ) : (
            <Tag tone="amber">{say.refused}</Tag>
          ),
        ],
      }))}
      empty={<p class="muted">{say.none}</p>}
    />
  )
}

const EntryForm = ({ view, lang, id, typed, errors }: Props) => {
  const say = continuedWords[lang]
  const at = typedField(typed, errors)
  return (
    <Card title={say.add}>
      <form method="post" action={trainingPaths.continued(view.region.slug)} novalidate>
        <RequiredNote lang={lang} />
        <input type="hidden" name="id" value={id} />
        <OwnNameField {...{ view, at }} label={say.name} />
        <Select
          {...at('kind')}
          label={say.kind}
          required
          lang={lang}
          options={continuedKinds.map((value) => ({ value, label: say.kinds[value] }))}
        />
        <Field
          {...at('what')}
          label={say.what}
          hint={say.whatHint}
          autocomplete="off"
          maxlength={limits.what}
          required
        />
        <NumberField {...at('minutes')} label={say.minutes} max={limits.minutes} required />
        <Field {...at('doneOn')} label={say.doneOn} type="date" required />
        <Field
          {...at('evidenceKept')}
          label={say.evidenceKept}
          autocomplete="off"
          maxlength={limits.evidenceKept}
          required
        />
        <Actions>
          <Button look="primary">{say.enter}</Button>
        </Actions>
      </form>
    </Card>
  )
}

/** What a field is called, for the list of what is wrong. */
export function continuedLabel(field: string, lang: Language): string | undefined {
  const { name, kind, what, minutes, doneOn, evidenceKept } = continuedWords[lang]
  const labels: Readonly<Record<string, string>> = { name, kind, what, minutes, doneOn, evidenceKept }
  return labels[field]
}
