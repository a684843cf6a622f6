import { LinkButton } from '../ui/button.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { ErrorSummary } from '../ui/errorSummary.tsx'
import type { Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead, Section } from '../ui/pageHead.tsx'
import { ImportForm, type SheetAsked } from './ImportForm.tsx'
import { ImportReport } from './ImportReport.tsx'
import { importWords } from './importWords.ts'
import { rosterPaths } from './paths.ts'
import { type Sheet, sheetColumns, sheets } from './sheet.ts'
import { sheetNames } from './sheetWords.ts'

export type ImportPageProps = SheetAsked & {
  lang: Language
  slug: string
  /** Just saved. */
  saved: Sheet | null
}

/** One form to check a file, the report above it, the sheets to take out below. */
export const ImportPage = ({ lang, slug, saved, errors, typed, checked }: ImportPageProps) => {
  const say = importWords[lang]
  const action = rosterPaths.importSheet(slug)
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      {saved === null ? null : (
        <Notice tone="ok" live>
          {say.saved(sheetNames[lang][saved])}
        </Notice>
      )}
      <ErrorSummary lang={lang} errors={errors} />
      {checked === null ? null : <ImportReport lang={lang} action={action} {...checked} />}
      <Section title={say.check}>
        <ImportForm
          lang={lang}
          action={action}
          sheet={null}
          errors={errors}
          typed={typed}
          checked={checked}
        />
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
