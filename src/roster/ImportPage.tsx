import { Actions, Button, LinkButton } from '../ui/button.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import { Field, Select, TextArea } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead, Section } from '../ui/pageHead.tsx'
import { ImportReport, type Report } from './ImportReport.tsx'
import { importWords } from './importWords.ts'
import { rosterPaths } from './paths.ts'
import { type Sheet, sheetColumns, sheets } from './sheet.ts'
import { sheetNames } from './sheetWords.ts'

export type ImportPageProps = {
  lang: Language
  slug: string
  /** Just saved. */
  saved: Sheet | null
  errors: readonly FieldError[]
  typed: { readonly sheet: Sheet | null; readonly pasted: string }
  /** A file that was checked, with its text. */
  checked: { readonly report: Report; readonly text: string } | null
}

/** One form to check a file, the report above it, the sheets to take out below. */
export const ImportPage = ({ lang, slug, saved, errors, typed, checked }: ImportPageProps) => {
  const say = importWords[lang]
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      {saved === null ? null : (
        <Notice tone="ok" live>
          {say.saved(sheetNames[lang][saved])}
        </Notice>
      )}
      <ErrorSummary lang={lang} errors={errors} />
      {checked === null ? null : <ImportReport lang={lang} slug={slug} {...checked} />}
      <Section title={say.check}>
        <form method="post" action={rosterPaths.importSheet(slug)} enctype="multipart/form-data" novalidate>
          <Select
            name="sheet"
            label={say.sheet}
            hint={say.sheetHint}
            required
            lang={lang}
            value={typed.sheet ?? undefined}
            error={errorOf('sheet')}
            options={sheets.map((sheet) => ({ value: sheet, label: sheetNames[lang][sheet] }))}
          />
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
      </Section>
      <Section title={say.sheets}>
        <p class="muted">{say.sheetsLead}</p>
        <DataTable
          caption={say.sheets}
          captionHidden
          columns={[
            { label: say.which },
            { label: say.columns },
            { label: say.template },
            { label: say.export },
          ]}
          rows={sheets.map((sheet) => ({
            key: sheet,
            cells: [
              sheetNames[lang][sheet],
              <code class="small">{sheetColumns[sheet].join(', ')}</code>,
              <LinkButton href={rosterPaths.sheetTemplate(slug, sheet)}>
                {say.template} <span class="unseen">{sheetNames[lang][sheet]}</span>
              </LinkButton>,
              <LinkButton href={rosterPaths.exportSheet(slug, sheet)}>
                {say.export} <span class="unseen">{sheetNames[lang][sheet]}</span>
              </LinkButton>,
            ],
          }))}
        />
      </Section>
    </>
  )
}
