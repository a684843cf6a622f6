import { DataTable } from '../ui/dataTable.tsx'
import type { Language } from '../ui/language.ts'
import { day, dayAndClock } from '../ui/moment.ts'
import { PageHead, Section } from '../ui/pageHead.tsx'
import { tel } from '../ui/path.ts'
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
  const names = new Intl.DisplayNames([lang], { type: 'language' })
  return (
    <div class="guide sheet">
      <PageHead title={say.title} lead={say.lead(dayAndClock(now, region.timeZone, lang, true))} />
      {alone ? null : (
        <p class="screen-only">
          <a href={rosterPaths.shiftSheetFile(region.slug)}>{say.keep}</a>
        </p>
      )}
      <p>
        {say.team(region.teamPhone)} · {say.coordinators}: {coordinators.length === 0 ? say.nobody : null}
        {coordinators.map((one, index) => (
          <span key={one.name}>
            {index === 0 ? null : ', '}
            {one.name} <Phone number={one.phone} none={say.noPhone} />
            {one.reached ? null : ` (${say.unreached})`}
          </span>
        ))}
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
            <Phone number={one.phone} none="–" />,
            one.agency ?? say.region,
            [
              roleWords[lang][one.role],
              one.leads ? say.leads : [],
              ...one.languages.filter((code) => code !== 'en').map((code) => names.of(code) ?? code),
            ]
              .flat()
              .join(', '),
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
      <Section title={say.agencies}>
        <p>
          {sheet.agencies.map((one, index) => (
            <span key={one.name}>
              {index === 0 ? null : ' · '}
              {one.name} <Phone number={one.phone} none={say.noPhone} />
            </span>
          ))}
        </p>
      </Section>
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

/** Touched where the sheet is on a phone, read where it is on paper. */
const Phone = ({ number, none }: { number: string | null; none: string }) =>
  number === null ? <>{none}</> : <a href={tel(number)}>{number}</a>
