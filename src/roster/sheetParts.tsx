import type { Child } from 'hono/jsx'
import type { Language } from '../ui/language.ts'
import type { Path } from '../ui/path.ts'
import { ImportForm, type SheetAsked } from './ImportForm.tsx'
import { ImportReport } from './ImportReport.tsx'
import type { Sheet } from './sheet.ts'

/** The two halves of a page that takes one sheet: what a file comes to, and the form that gives one. */
export function sheetParts(
  lang: Language,
  action: Path,
  sheet: Sheet,
  asked: SheetAsked,
): { readonly report: Child; readonly form: Child } {
  return {
    report: asked.checked === null ? null : <ImportReport lang={lang} action={action} {...asked.checked} />,
    form: <ImportForm lang={lang} action={action} sheet={sheet} {...asked} />,
  }
}
