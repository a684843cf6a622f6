import { Actions, Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import type { Language } from '../ui/language.ts'
import { dayAndClock, zoneName } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead, Section } from '../ui/pageHead.tsx'
import { calendarWords } from './calendarWords.ts'
import { onCallWords } from './onCallWords.ts'
import type { OwnPeriod, OwnTimeView } from './ownTimeView.ts'
import { ownTimeWords } from './ownTimeWords.ts'
import { PeriodForm } from './PeriodForm.tsx'
import { type OwnKind, rosterPaths } from './paths.ts'
import { standInWords } from './standInWords.ts'

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
      <Offered {...props} />
      <Section title={say.shifts}>
        <Taken {...props} />
        <Periods {...props} kind="shifts" none={say.noShifts} />
        <Form {...props} kind="shifts" title={say.addShift} />
      </Section>
      <Section title={say.away}>
        <p class="muted">{onCallWords[lang].awayLead}</p>
        <Periods {...props} kind="away" none={say.noAway} />
        <Form {...props} kind="away" title={say.addAway} />
      </Section>
      <p>
        <a href={rosterPaths.calendar(view.region.slug)}>{calendarWords[lang].see}</a>
      </p>
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
            <div>
              {view.asked.has(one.id) ? <p>{standInWords[lang].myRequest}</p> : null}
              <Actions>
                {kind === 'shifts' ? <MyRequest view={view} lang={lang} id={one.id} /> : null}
                <form method="post" action={rosterPaths.ownRemoval(view.region.slug, kind)}>
                  <input type="hidden" name="id" value={one.id} />
                  <Button look="quiet">{say.remove}</Button>
                </form>
              </Actions>
            </div>
          ) : (
            <span class="muted">{say.running}</span>
          ),
        ],
      }))}
      empty={<p class="muted">{none}</p>}
    />
  )
}

/** Shifts of colleagues, without their names. */
const Offered = ({ view, lang }: Props) => {
  const say = standInWords[lang]
  const at = (moment: Temporal.Instant) => dayAndClock(moment, view.region.timeZone, lang)
  if (view.offered.length === 0) return null
  return (
    <Card tone="amber" title={say.offered}>
      <p>{say.offeredLead}</p>
      <DataTable
        caption={say.offered}
        captionHidden
        columns={[{ label: say.from }, { label: say.to }, { label: say.step }]}
        rows={view.offered.map((one) => ({
          key: one.requestId,
          cells: [
            at(one.startsAt),
            at(one.endsAt),
            <form method="post" action={rosterPaths.ownTaking(view.region.slug, one.requestId)}>
              <Button>{say.take}</Button>
            </form>,
          ],
        }))}
      />
    </Card>
  )
}

const Taken = ({ view, lang }: Props) => {
  const at = (moment: Temporal.Instant) => dayAndClock(moment, view.region.timeZone, lang)
  return (
    <>
      {view.taken.map((one) => (
        <Notice tone="ok" key={one.startsAt.toString()}>
          {standInWords[lang].takenBy(one.by, at(one.startsAt), at(one.endsAt))}
        </Notice>
      ))}
    </>
  )
}

const MyRequest = ({ view, lang, id }: Pick<Props, 'view' | 'lang'> & { id: string }) => {
  const say = standInWords[lang]
  const { slug } = view.region
  const asked = view.asked.get(id)
  if (asked === undefined)
    return (
      <form method="post" action={rosterPaths.ownStandIn(slug, id)}>
        <Button>{say.findMe}</Button>
      </form>
    )
  return (
    <form method="post" action={rosterPaths.ownWithdrawal(slug, asked.id)}>
      <Button>{say.withdraw}</Button>
    </form>
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
