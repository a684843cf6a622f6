import { textIn, type UploadCode, uploaded } from '../platform/upload.ts'
import { type Sheet, sheetCalled } from './sheet.ts'

export type SheetUploadCode = UploadCode | 'sheet_missing'
export type UploadField = 'sheet' | 'file' | 'pasted'

export type Upload = {
  readonly sheet: Sheet | null
  readonly text: string
  /** What was pasted, to be shown again; a file can't be put back into a form. */
  readonly pasted: string
  /** Set when what was shown is confirmed. */
  readonly shown: string | null
  readonly errors: readonly { readonly field: UploadField; readonly code: SheetUploadCode }[]
}

/** Ten times the largest roster; the site itself takes no request of 2 MB. */
const mostBytes = 800_000

/** What the form brought: a sheet chosen, and a file or pasted text; or what was shown, confirmed. */
export async function readUpload(form: FormData): Promise<Upload> {
  const sheet = sheetCalled(textIn(form, 'sheet'))
  const missing = sheet === null ? [{ field: 'sheet', code: 'sheet_missing' } as const] : []
  const shown = textIn(form, 'shown')
  if (shown !== '') return { sheet, text: oneBreak(textIn(form, 'text')), pasted: '', shown, errors: missing }
  const read = await uploaded(form, mostBytes)
  return {
    ...{ sheet, pasted: oneBreak(textIn(form, 'pasted')), shown: null },
    text: read.ok ? oneBreak(read.text) : '',
    errors: read.ok ? missing : [...missing, { field: read.field, code: read.code }],
  }
}

/** Forms turn every line break into CRLF: told alike, what is confirmed is what was shown. */
function oneBreak(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n')
}
