import { Button } from '../ui/button.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import type { Language } from '../ui/language.ts'
import { dayAndClock, zoneName } from '../ui/moment.ts'
import { PageHead, Section } from '../ui/pageHead.tsx'
import { onCallWords } from './onCallWords.ts'
import type { OwnPeriod, OwnTimeView } from './ownTimeView.ts'
import { ownTimeWords } from './ownTimeWords.ts'
import { PeriodForm } from './PeriodForm.tsx'
import { type OwnKind, rosterPaths } from './paths.ts'

type Props = {
  view: OwnTimeView
  lang: Language
  /** Which form came back; its fields are shown again as typed. */
  wrong: OwnKind | null
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[]
}

/** A member's own shifts and times away, and nobody else's. */
export const OwnTimePage = (props: Props) => {
  const { view, lang, errors } = props
  const say = ownTimeWords[lang]
  return (
    <>
      <PageHead title={say.title} lead={say.lead(zoneName(view.now, view.region.timeZone, lang))} />
      <ErrorSummary lang={lang} errors={errors} />
      <Section title={say.shifts}>
        <Periods {...props} kind="shifts" none={say.noShifts} />
        <Form {...props} kind="shifts" title={say.addShift} />
      </Section>
      <Section title={say.away}>
        <p class="muted">{onCallWords[lang].awayLead}</p>
        <Periods {...props} kind="away" none={say.noAway} />
        <Form {...props} kind="away" title={say.addAway} />
      </Section>
    </>
  )
}

const Periods = ({ view, lang, kind, none }: Props & { kind: OwnKind; none: string }) => {
  const say = ownTimeWords[lang]
  const at = (moment: Temporal.Instant) => dayAndClock(moment, view.region.timeZone, lang)
  const ahead = (one: OwnPeriod) => Temporal.Instant.compare(one.startsAt, view.now) > 0
  return (
    <DataTable
      caption={say[kind]}
      captionHidden
      columns={[{ label: say.from }, { label: say.to }, { label: say.step }]}
      rows={view[kind].map((one) => ({
        key: one.id,
        cells: [
          at(one.startsAt),
          at(one.endsAt),
          ahead(one) ? (
            <form method="post" action={rosterPaths.ownRemoval(view.region.slug, kind)}>
              <input type="hidden" name="id" value={one.id} />
              <Button look="quiet">{say.remove}</Button>
            </form>
          ) : (
            <span class="muted">{say.running}</span>
          ),
        ],
      }))}
      empty={<p class="muted">{none}</p>}
    />
  )
}

const Form = ({ view, kind, wrong, ...props }: Props & { kind: OwnKind; title: string }) => (
  <PeriodForm
    {...props}
    action={rosterPaths.ownKind(view.region.slug, kind)}
    name={kind}
    asks={kind === 'away' ? 'days' : 'hours'}
    today={view.now.toZonedDateTimeISO(view.region.timeZone).toPlainDate()}
    came={wrong === kind}
  />
)
