import { type Region, regionPaths } from '../region/index.ts'
import { Card, EmptyState } from '../ui/card.tsx'
import { CountTable, CountTables } from '../ui/countTable.tsx'
import { Stat, Stats } from '../ui/facts.tsx'
import type { Language } from '../ui/language.ts'
import { month as monthSaid } from '../ui/moment.ts'
import { Columns, PageHead, Section } from '../ui/pageHead.tsx'
import { talliesWords } from './talliesWords.ts'
import { tallyKinds } from './tally.ts'
import { inRuns, type TallyMonth } from './tallyMonths.ts'
import { codeSaid } from './tallyWords.ts'

type Props = { region: Region; lang: Language; months: readonly TallyMonth[] }
type MonthProps = { lang: Language; run: readonly [TallyMonth, ...TallyMonth[]]; usual: number }

/** What was counted in the months that are over, for the clinical director. */
export const TalliesPage = ({ region, lang, months }: Props) => {
  const say = talliesWords[lang]
  const [newest] = months
  if (newest === undefined)
    return (
      <>
        <PageHead title={say.title} lead={say.lead} />
        <EmptyState title={say.none}>
          <p>{say.noneLead}</p>
        </EmptyState>
      </>
    )
  const [latest, ...earlier] = inRuns(months)
  const usual = newest.least
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      <Columns
        main={
          <>
            <Section title={nameOf(latest!, lang)}>
              <MonthNumbers lang={lang} run={latest!} usual={usual} />
            </Section>
            {earlier.length === 0 ? null : (
              <Section title={say.earlier}>
                {earlier.map((run) => (
                  <Earlier key={run[0].month.toString()} lang={lang} run={run} usual={usual} />
                ))}
              </Section>
            )}
          </>
        }
        aside={<Explained {...{ region, lang, least: String(usual) }} />}
      />
    </>
  )
}

const Earlier = ({ lang, run, usual }: MonthProps) => {
  const [{ shown }] = run
  const name = nameOf(run, lang)
  if (shown === null)
    return (
      <div>
        <p>{name}</p>
        <MonthNumbers {...{ lang, run, usual }} />
      </div>
    )
  return (
    <details>
      <summary>{talliesWords[lang].summary(name, String(shown.contacts))}</summary>
      <MonthNumbers {...{ lang, run, usual }} />
    </details>
  )
}

const MonthNumbers = ({ lang, run, usual }: MonthProps) => {
  const say = talliesWords[lang]
  const [{ shown, least }] = run
  if (shown === null)
    return <p class="muted">{(run.length === 1 ? say.closed : say.closedEach)(String(least))}</p>
  return (
    <div class="stack">
      <Stats>
        <Stat label={say.contacts} value={String(shown.contacts)} />
        <Stat label={say.notices} value={<Count of={shown.notices} lang={lang} />} note={say.noticesNote} />
      </Stats>
      {least === usual ? null : <p class="muted">{say.otherLeast(String(least))}</p>}
      <Card>
        <CountTables>
          {tallyKinds.map((kind) => (
            <CountTable
              key={kind}
              caption={say.kind[kind]}
              rows={Object.entries(shown.kinds[kind]).map(([code, count]) => ({
                label: codeSaid(kind, code, lang),
                count: <Count of={count} lang={lang} />,
              }))}
            />
          ))}
        </CountTables>
      </Card>
    </div>
  )
}

const Count = ({ of, lang }: { of: number | null; lang: Language }) =>
  of === null ? (
    <span class="muted">
      <span aria-hidden="true">–</span>
      <span class="unseen">{talliesWords[lang].hidden}</span>
    </span>
  ) : (
    <>{of}</>
  )

const Explained = ({ region, lang, least }: Omit<Props, 'months'> & { least: string }) => {
  const say = talliesWords[lang]
  return (
    <>
      <Card title={say.whyTitle}>
        <ul>
          {say.why(least).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p class="muted small">{say.sums}</p>
      </Card>
      <Card title={say.whoTitle}>
        <p>{say.who}</p>
        <p class="muted small">
          {say.policy(least)} <a href={regionPaths.policy(region.slug)}>{say.policyLink}</a>
        </p>
      </Card>
    </>
  )
}

/** "October 2026", "January 2026 – March 2026"; it begins a line. */
function nameOf(run: MonthProps['run'], lang: Language): string {
  const [last, first] = [run[0], run.at(-1)!]
  const names = first === last ? [last] : [first, last]
  const text = names.map(({ month }) => monthSaid(month, lang)).join(' – ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
