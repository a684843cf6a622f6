import { DataTable } from '../ui/dataTable.tsx'
import type { Language } from '../ui/language.ts'
import { day, dayAndClock } from '../ui/moment.ts'
import { PageHead, Section } from '../ui/pageHead.tsx'
import { rosterPaths } from './paths.ts'
import { inOrder, type ShiftSheet } from './shiftSheet.ts'
import { shiftSheetWords } from './shiftSheetWords.ts'
import { roleWords } from './words.ts'

type Props = {
  lang: Language
  sheet: Omit<ShiftSheet, 'coordinators'>
  coordinators: readonly {
    readonly name: string
    readonly phone: string | null
    readonly reached: boolean
  }[]
  /** A file by itself links nowhere. */
  alone: boolean
}

/** One sheet of paper: who could go, and how to reach them by hand. */
export const ShiftSheetPage = ({ lang, sheet, coordinators, alone }: Props) => {
  const say = shiftSheetWords[lang]
  const { region, now, lines } = sheet
  return (
    <div class="guide sheet">
      <PageHead title={say.title} lead={say.lead(dayAndClock(now, region.timeZone, lang, true))} />
      {alone ? null : (
        <p class="screen-only">
          <a href={rosterPaths.shiftSheetFile(region.slug)}>{say.keep}</a>
        </p>
      )}
      <p>
        {say.team(region.teamPhone)} · {say.coordinators}:{' '}
        {coordinators.length === 0
          ? say.nobody
          : coordinators
              .map((one) =>
                [one.name, one.phone ?? say.noPhone, one.reached ? [] : `(${say.unreached})`]
                  .flat()
                  .join(' '),
              )
              .join(', ')}
      </p>
      <DataTable
        caption={say.title}
        captionHidden
        columns={[
          { label: say.name },
          { label: say.phone },
          { label: say.agency },
          { label: say.role },
          { label: say.until },
          { label: say.now },
        ]}
        rows={inOrder(lines).map((one) => ({
          key: one.memberId,
          cells: [
            one.name,
            one.phone ?? '–',
            one.agency ?? say.region,
            [roleWords[lang][one.role], one.leads ? say.leads : []].flat().join(', '),
            one.until === null ? '–' : day(one.until, lang),
            [
              one.away ? say.away : one.onCall ? say.onCall : [],
              one.reached ? [] : say.unreached,
              one.noTexts ? say.noTexts : [],
            ]
              .flat()
              .join(', '),
          ],
        }))}
      />
      {lines.every((one) => one.reached) ? null : <p>{say.unreachedHow}</p>}
      <Section title={say.rules}>
        <ol>
          {say.ruleList.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ol>
      </Section>
    </div>
  )
}
