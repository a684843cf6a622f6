import { Actions, Button } from '../ui/button.tsx'
import type { FieldError } from '../ui/errorSummary.tsx'
import { Field, Select, TextArea } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import type { Path } from '../ui/path.ts'
import type { Report } from './ImportReport.tsx'
import { importWords } from './importWords.ts'
import { type Sheet, sheets } from './sheet.ts'
import { sheetNames } from './sheetWords.ts'

/** What somebody gave us to read, and what came of it. */
export type SheetAsked = {
  readonly errors: readonly FieldError[]
  readonly typed: { readonly sheet: Sheet | null; readonly pasted: string }
  /** A file that was checked, with its text. */
  readonly checked: { readonly report: Report; readonly text: string } | null
}
type Props = SheetAsked & {
  lang: Language
  action: Path
  /** Null: the form asks what the file holds. */
  sheet: Sheet | null
}

/** A file or pasted rows, to be checked without saving. */
export const ImportForm = ({ lang, action, sheet, errors, typed, checked }: Props) => {
  const say = importWords[lang]
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  return (
    <form class="stack" method="post" action={action} enctype="multipart/form-data" novalidate>
      {sheet === null ? (
        <Select
          name="sheet"
          label={say.sheet}
          hint={say.sheetHint}
          required
          lang={lang}
          value={typed.sheet ?? undefined}
          error={errorOf('sheet')}
          options={sheets.map((one) => ({ value: one, label: sheetNames[lang][one] }))}
        />
      ) : (
        <input type="hidden" name="sheet" value={sheet} />
      )}
      <Field
        name="file"
        label={say.file}
        hint={say.fileHint}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        error={errorOf('file')}
      />
      <TextArea
        name="pasted"
        label={say.pasted}
        hint={say.pastedHint}
        value={typed.pasted}
        error={errorOf('pasted')}
      />
      <Actions>
        <Button look={checked === null ? 'primary' : 'plain'}>{say.checkIt}</Button>
      </Actions>
    </form>
  )
}
