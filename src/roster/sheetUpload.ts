import { decodedCsv, type Undecoded } from '../platform/csv.ts'
import { type Sheet, sheetCalled } from './sheet.ts'

export type UploadCode = Undecoded | 'sheet_missing' | 'file_missing' | 'both_given' | 'too_large'
export type UploadField = 'sheet' | 'file' | 'pasted'

export type Upload = {
  readonly sheet: Sheet | null
  readonly text: string
  /** What was pasted, to be shown again; a file can't be put back into a form. */
  readonly pasted: string
  /** Set when what was shown is confirmed. */
  readonly shown: string | null
  readonly errors: readonly { readonly field: UploadField; readonly code: UploadCode }[]
}

/** Ten times the largest roster; the site itself takes no request of 2 MB. */
const mostBytes = 800_000

/** What the form brought: a sheet chosen, and a file or pasted text; or what was shown, confirmed. */
export async function readUpload(form: FormData): Promise<Upload> {
  const field = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const sheet = sheetCalled(field('sheet'))
  const errors: { field: UploadField; code: UploadCode }[] = []
  if (sheet === null) errors.push({ field: 'sheet', code: 'sheet_missing' })
  const shown = field('shown')
  if (shown !== '') return { sheet, text: oneBreak(field('text')), pasted: '', shown, errors }

  const pasted = oneBreak(field('pasted'))
  const given = form.get('file')
  // A browser sends an empty file without a name where none was chosen.
  const file = given instanceof File && given.name !== '' ? given : null
  const back = (text: string) => ({ sheet, text, pasted, shown: null, errors })
  if (file !== null && pasted.trim() !== '') {
    errors.push({ field: 'file', code: 'both_given' })
    return back('')
  }
  if (file === null) {
    if (pasted.trim() === '') errors.push({ field: 'file', code: 'file_missing' })
    else if (new TextEncoder().encode(pasted).length > mostBytes)
      errors.push({ field: 'pasted', code: 'too_large' })
    return back(pasted)
  }
  if (file.size > mostBytes) {
    errors.push({ field: 'file', code: 'too_large' })
    return back('')
  }
  const decoded = decodedCsv(new Uint8Array(await file.arrayBuffer()))
  if (decoded.ok) return back(oneBreak(decoded.text))
  errors.push({ field: 'file', code: decoded.why })
  return back('')
}

/** Forms turn every line break into CRLF: told alike, what is confirmed is what was shown. */
function oneBreak(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n')
}
