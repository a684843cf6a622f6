import { Actions, Button } from '../ui/button.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import type { Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Section } from '../ui/pageHead.tsx'
import type { Path } from '../ui/path.ts'
import { importWords } from './importWords.ts'
import type { Sheet } from './sheet.ts'
import type { SheetCounts } from './sheetPlan.ts'
import type { SheetProblem } from './sheetProblem.ts'
import { sheetNames, sheetProblemWords } from './sheetWords.ts'

export type Report = {
  readonly sheet: Sheet
  readonly counts: SheetCounts
  readonly problems: readonly SheetProblem[]
  readonly moreProblems: number
  readonly ignored: readonly string[]
  readonly shown: string
}
type Props = {
  lang: Language
  /** Where saving it goes. */
  action: Path
  report: Report
  /** The file's text: it travels with the form, nothing is stored between. */
  text: string
}

/** What a file comes to: every problem at its place, or what it would change and the button that saves it. */
export const ImportReport = ({ lang, action, report, text }: Props) => {
  const say = importWords[lang]
  const { added, changed, unchanged } = report.counts
  const total = report.problems.length + report.moreProblems
  const counts = say.counts(String(added), String(changed), String(unchanged))
  return (
    <Section title={say.reportTitle(sheetNames[lang][report.sheet])}>
      {total > 0 ? (
        <>
          <Notice tone="bad" live title={say.broken(String(total))}>
            <p>{say.brokenLead}</p>
          </Notice>
          <Problems lang={lang} problems={report.problems} />
          {report.moreProblems > 0 ? <p>{say.more(String(report.moreProblems))}</p> : null}
        </>
      ) : (
        <Notice
          tone={added + changed > 0 ? 'amber' : 'ok'}
          live
          title={added + changed > 0 ? say.nothingSaved : say.allThere}
        >
          <p>{counts}</p>
        </Notice>
      )}
      {report.ignored.length > 0 ? <p class="muted">{say.ignored(report.ignored.join(', '))}</p> : null}
      {total === 0 && added + changed > 0 ? (
        <form method="post" action={action} enctype="multipart/form-data">
          <input type="hidden" name="sheet" value={report.sheet} />
          <input type="hidden" name="text" value={text} />
          <input type="hidden" name="shown" value={report.shown} />
          <Actions>
            <Button look="primary">{say.confirm}</Button>
          </Actions>
        </form>
      ) : null}
    </Section>
  )
}

const Problems = ({ lang, problems }: { lang: Language; problems: readonly SheetProblem[] }) => {
  const say = importWords[lang]
  return (
    <DataTable
      caption={say.problems}
      columns={[{ label: say.row }, { label: say.column }, { label: say.given }, { label: say.remedy }]}
      rows={problems.map(({ row, column, code, given, other }, index) => ({
        key: String(index),
        cells: [`${say.row} ${row}`, column ?? say.wholeRow, given, sheetProblemWords[lang][code](other)],
      }))}
    />
  )
}
