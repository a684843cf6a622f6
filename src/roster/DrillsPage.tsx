import type { Channel } from '../messaging/index.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/card.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import type { Language } from '../ui/language.ts'
import { day, dayAndClock, near } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead, Section } from '../ui/pageHead.tsx'
import { Tag, type Tone } from '../ui/tag.tsx'
import {
  type DrillRow,
  type DrillSummary,
  type DrillsView,
  type DrillWay,
  type LineState,
  needsHand,
} from './drillView.ts'
import { channelWords, drillWords, lineStateWords } from './drillWords.ts'
import { rosterPaths } from './paths.ts'

type Props = { view: DrillsView; lang: Language; errors: readonly FieldError[] }

/** Whom messages reach: the drill that runs or ran last, and those before it. */
export const DrillsPage = ({ view, lang, errors }: Props) => {
  const say = drillWords[lang]
  const { region, shown, now } = view
  const at = (moment: Temporal.Instant) => dayAndClock(moment, region.timeZone, lang)
  return (
    <>
      <PageHead
        title={say.title}
        lead={say.lead}
        aside={
          view.mayBegin ? (
            <form method="post" action={rosterPaths.drills(region.slug)}>
              <Button look={shown === null ? 'primary' : 'plain'}>{say.begin}</Button>
            </form>
          ) : undefined
        }
      />
      <ErrorSummary lang={lang} errors={errors} />
      {shown === null ? (
        <EmptyState title={say.noneTitle}>{say.none}</EmptyState>
      ) : (
        <Results view={view} lang={lang} shown={shown} />
      )}
      {view.nextAt === null || Temporal.Instant.compare(view.nextAt, now) < 0 ? null : (
        <p class="muted">{say.next(at(view.nextAt))}</p>
      )}
      {view.drills.length < 2 ? null : (
        <Section title={say.all}>
          <DataTable
            caption={say.all}
            captionHidden
            columns={[{ label: say.began }, { label: say.by }, { label: say.answered, numeric: true }]}
            rows={view.drills.map((one) => ({
              key: one.id,
              cells: [
                <a href={rosterPaths.drill(region.slug, one.id)}>
                  {dayAndClock(one.beganAt, region.timeZone, lang, true)}
                </a>,
                one.byHand ? say.byHand : say.bySchedule,
                say.of(one.reached, one.asked),
              ],
            }))}
          />
        </Section>
      )}
    </>
  )
}

const Results = ({ view, lang, shown }: Omit<Props, 'errors'> & { shown: DrillSummary }) => {
  const say = drillWords[lang]
  const { region } = view
  const running = Temporal.Instant.compare(view.now, shown.dueAt) < 0
  const silent = view.rows.filter((row) => !row.reached).length
  const waiting = view.rows.filter((row) => !row.reached && !needsHand(row, !running))
  const began = shown.beganAt.toZonedDateTimeISO(region.timeZone).toPlainDate()
  return (
    <Section title={say.results(day(began, lang))}>
      {running ? (
        <Notice>
          {say.running(dayAndClock(shown.dueAt, region.timeZone, lang))}{' '}
          {say.progress(shown.reached, shown.asked)}
        </Notice>
      ) : (
        <Notice tone={silent > 0 ? 'amber' : 'ok'}>
          {silent > 0 ? say.silentCount(silent) : shown.asked === 0 ? say.nobody : say.allReached}
        </Notice>
      )}
      <People {...{ view, lang }} rows={view.rows.filter((row) => needsHand(row, !running))} />
      <Folded {...{ view, lang }} said={say.countWaiting} rows={waiting} />
      <Folded {...{ view, lang }} said={say.countReached} rows={view.rows.filter((row) => row.reached)} />
    </Section>
  )
}

type PeopleProps = Omit<Props, 'errors'> & { rows: readonly DrillRow[] }

/** Nothing is to be done about them: one line, and everybody behind it. */
const Folded = ({ said, ...props }: PeopleProps & { said: (count: number) => string }) =>
  props.rows.length === 0 ? null : (
    <details>
      <summary>{said(props.rows.length)}</summary>
      <People {...props} />
    </details>
  )

const People = ({ view, lang, rows }: PeopleProps) => {
  const say = drillWords[lang]
  const { region, now } = view
  if (rows.length === 0) return null
  // A way that nobody chose needs no column.
  const channels = (Object.keys(channelWords[lang]) as Channel[]).filter((channel) =>
    rows.some((row) => row.ways.has(channel)),
  )
  return (
    <DataTable
      caption={say.title}
      captionHidden
      columns={[
        { label: say.person },
        ...channels.map((channel) => ({ label: channelWords[lang][channel] })),
      ]}
      rows={rows.map((row) => ({
        key: row.person,
        cells: [
          row.memberId === null ? (
            <>
              {row.name} <span class="muted small">{say.coordinator}</span>
            </>
          ) : (
            <a href={rosterPaths.member(region.slug, row.memberId)}>{row.name}</a>
          ),
          ...channels.map((channel) => (
            <Way
              way={row.ways.get(channel)}
              lang={lang}
              said={(at) => near(at, now, region.timeZone, lang)}
            />
          )),
        ],
      }))}
    />
  )
}

const tones: Readonly<Record<LineState, Tone>> = {
  answered: 'ok',
  waiting: 'neutral',
  silent: 'amber',
  unsent: 'neutral',
  refused: 'bad',
  undelivered: 'bad',
  stopped: 'bad',
}

type WayProps = {
  way: DrillWay | undefined
  lang: Language
  said: (at: Temporal.Instant) => string
}

/** What became of it, and when it was answered, or else sent. */
const Way = ({ way, lang, said }: WayProps) =>
  way === undefined ? (
    <>–</>
  ) : (
    <span>
      <Tag tone={tones[way.state]}>{lineStateWords[lang][way.state]}</Tag>
      {way.at === null ? null : <span class="muted small"> {said(way.at)}</span>}
    </span>
  )
