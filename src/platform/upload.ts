import { decodedCsv, type Undecoded } from './csv.ts'

export type UploadCode = Undecoded | 'file_missing' | 'both_given' | 'too_large'

export type Uploaded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly field: 'file' | 'pasted'; readonly code: UploadCode }

/** What a form of files holds as text in this field. */
export function textIn(form: FormData, field: string): string {
  const value = form.get(field)
  return typeof value === 'string' ? value : ''
}

/** The table that a form brought: a chosen `file`, or rows in `pasted`. */
export async function uploaded(form: FormData, mostBytes: number): Promise<Uploaded> {
  const pasted = textIn(form, 'pasted')
  const given = form.get('file')
  // A browser sends an empty file without a name where none was chosen.
  const file = given instanceof File && given.name !== '' ? given : null
  if (file === null) {
    if (pasted.trim() === '') return { ok: false, field: 'file', code: 'file_missing' }
    return new TextEncoder().encode(pasted).length > mostBytes
      ? { ok: false, field: 'pasted', code: 'too_large' }
      : { ok: true, text: pasted }
  }
  if (pasted.trim() !== '') return { ok: false, field: 'file', code: 'both_given' }
  if (file.size > mostBytes) return { ok: false, field: 'file', code: 'too_large' }
  const decoded = decodedCsv(new Uint8Array(await file.arrayBuffer()))
  return decoded.ok ? decoded : { ok: false, field: 'file', code: decoded.why }
}
