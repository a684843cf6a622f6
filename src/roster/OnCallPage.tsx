import type { AccountId, MemberId } from '../platform/ids.ts'
import { Actions, Button, LinkButton } from '../ui/button.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import type { Language } from '../ui/language.ts'
import { dayAndClock, zoneName } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead, Section } from '../ui/pageHead.tsx'
import { Tag } from '../ui/tag.tsx'
import { calendarWords } from './calendarWords.ts'
import { drillWords } from './drillWords.ts'
import { HandOver } from './HandOver.tsx'
import type { OnCallView } from './onCallView.ts'
import { onCallWords } from './onCallWords.ts'
import { PeriodForm } from './PeriodForm.tsx'
import { type OnCallKind, rosterPaths } from './paths.ts'
import { reachWords } from './reachWords.ts'
import { StandInsAsked } from './StandInsAsked.tsx'
import { standInWords } from './standInWords.ts'
import { WeekPicture } from './WeekPicture.tsx'

export type OnCallProps = {
  view: OnCallView
  lang: Language
  /** Which form came back; its fields are shown again as typed. */
  wrong: OnCallKind | 'note' | null
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[]
}

/** Who coordinates, who is on call, who is away; above all the hours that nobody covers. */
export const OnCallPage = (props: OnCallProps) => {
  const { view, lang, errors } = props
  const say = onCallWords[lang]
  const nameOf = new Map(view.members.map((one) => [one.id, one.name]))
  const accountOf = new Map(view.accounts.map((one) => [one.id, one.name]))
  const known = (id: string) => nameOf.get(id as MemberId) ?? accountOf.get(id as AccountId) ?? '–'
  return (
    <>
      <PageHead title={say.title} lead={say.lead(zoneName(view.now, view.region.timeZone, lang))} />
      <ErrorSummary lang={lang} errors={errors} />
      <Gaps {...props} />
      {view.notCover.length === 0 ? null : (
        <Notice tone="amber">{drillWords[lang].notCover(view.notCover.map(known).join(', '))}</Notice>
      )}
      <p>
        <a href={rosterPaths.reach(view.region.slug)}>{reachWords[lang].look}</a>
        {view.maySeeDrills ? (
          <>
            {' · '}
            <a href={rosterPaths.drills(view.region.slug)}>{drillWords[lang].see}</a>
          </>
        ) : null}
      </p>
      <StandInsAsked view={view} lang={lang} nameOf={known} />
      <WeekPicture week={view.week} timeZone={view.region.timeZone} lang={lang} />
      <HandOver {...props} nameOf={known} />
      <Section title={say.coordinators}>
        <Rows
          {...props}
          kind="coordinators"
          rows={view.coordinators.map((one) => ({
            ...one,
            name: accountOf.get(one.accountId) ?? '–',
            more: say[one.place],
            hidden: {},
          }))}
        />
        <Form {...props} kind="coordinators" who="coordinator" title={say.addCoordinator} />
      </Section>
      <Section title={say.members}>
        <Rows
          {...props}
          kind="members"
          rows={view.shifts.map((one) => ({
            ...one,
            name: nameOf.get(one.memberId) ?? '–',
            hidden: { member: one.memberId },
          }))}
        />
        <Form {...props} kind="members" who="member" title={say.addMember} />
      </Section>
      <Section title={say.away}>
        <p class="muted">{say.awayLead}</p>
        <Rows
          {...props}
          kind="away"
          rows={view.away.map((one) => ({
            ...one,
            name: nameOf.get(one.memberId) ?? '–',
            hidden: { member: one.memberId },
          }))}
        />
        <Form {...props} kind="away" who="member" title={say.addAway} />
      </Section>
      {view.mayKeepCalendar ? (
        <p>
          <a href={rosterPaths.calendar(view.region.slug)}>{calendarWords[lang].see}</a>
        </p>
      ) : null}
    </>
  )
}

const Gaps = ({ view, lang }: OnCallProps) => {
  const say = onCallWords[lang]
  const at = (moment: Temporal.Instant) => dayAndClock(moment, view.region.timeZone, lang)
  if (view.gaps.length === 0) return <Notice tone="ok">{say.covered(view.gapWarningDays)}</Notice>
  const shown = view.gaps.slice(0, 5)
  const more = view.gaps.length - shown.length
  return (
    <Notice tone="amber" title={say.gapsTitle}>
      <ul class="plain">
        {shown.map((gap) => (
          <li key={gap.startsAt.toString()}>{say.gap(at(gap.startsAt), at(gap.endsAt))}</li>
        ))}
        {more === 0 ? null : <li>{say.gapsMore(more)}</li>}
      </ul>
    </Notice>
  )
}

type Row = {
  readonly id: string
  readonly name: string
  readonly more?: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly hidden: Readonly<Record<string, string>>
}

const Rows = ({ view, lang, kind, rows }: OnCallProps & { kind: OnCallKind; rows: readonly Row[] }) => {
  const say = onCallWords[lang]
  const at = (moment: Temporal.Instant) => dayAndClock(moment, view.region.timeZone, lang)
  const withPlace = kind === 'coordinators'
  const table = (
    <DataTable
      caption={say[kind]}
      captionHidden
      columns={[
        { label: say.who },
        ...(withPlace ? [{ label: say.place }] : []),
        { label: say.from },
        { label: say.to },
        { label: say.step },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          row.name,
          ...(withPlace ? [row.more ?? ''] : []),
          at(row.startsAt),
          at(row.endsAt),
          <Actions>
            <StandInLink view={view} lang={lang} kind={kind} id={row.id} />
            <form method="post" action={rosterPaths.onCallRemoval(view.region.slug, kind)}>
              <input type="hidden" name="id" value={row.id} />
              {Object.entries(row.hidden).map(([name, value]) => (
                <input type="hidden" key={name} name={name} value={value} />
              ))}
              <Button look="quiet">{say.remove}</Button>
            </form>
          </Actions>,
        ],
      }))}
      empty={<p class="muted">{say.nobody}</p>}
    />
  )
  // A whole roster on call in a row of weeks would push everything else off the page.
  if (rows.length <= 12) return table
  return (
    <details>
      <summary>{say.count(rows.length)}</summary>
      {table}
    </details>
  )
}

const StandInLink = ({
  view,
  lang,
  kind,
  id,
}: Pick<OnCallProps, 'view' | 'lang'> & { kind: OnCallKind; id: string }) => {
  const say = standInWords[lang]
  if (view.asked.has(id)) return <Tag tone="amber">{say.waiting}</Tag>
  if (!view.mayOffer.has(id)) return null
  return (
    <LinkButton look="quiet" href={rosterPaths.standIn(view.region.slug, kind, id)}>
      {say.find}
    </LinkButton>
  )
}

const Form = ({
  view,
  kind,
  who,
  wrong,
  ...props
}: OnCallProps & { kind: OnCallKind; who: 'coordinator' | 'member'; title: string }) => (
  <PeriodForm
    {...props}
    action={rosterPaths.onCallKind(view.region.slug, kind)}
    name={kind}
    asks={kind === 'away' ? 'days' : 'hours'}
    today={view.now.toZonedDateTimeISO(view.region.timeZone).toPlainDate()}
    came={wrong === kind}
    who={who}
    people={(who === 'coordinator' ? view.accounts : view.members).map((one) => ({
      value: one.id,
      label: one.name,
    }))}
  />
)
