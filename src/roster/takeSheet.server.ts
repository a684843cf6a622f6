import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import { statusOf } from '../platform/problem.ts'
import type { Language } from '../ui/language.ts'
import type { SheetAsked } from './ImportForm.tsx'
import { checkSheet, importSheet } from './importSheet.server.ts'
import { importWords, sheetUploadWords } from './importWords.ts'
import type { Sheet } from './sheet.ts'
import { readUpload } from './sheetUpload.ts'

export type SheetTaken =
  | { readonly kind: 'saved'; readonly sheet: Sheet }
  /** To be shown again: what is wrong with it, or what it would come to. */
  | { readonly kind: 'shown'; readonly status: 200 | 400 | 409; readonly asked: SheetAsked }
  | { readonly kind: 'not_allowed' }

/** What a posted import form comes to: checked and shown first, saved when what was shown is confirmed. */
export async function takeSheet(db: Db, actor: Actor, form: FormData, lang: Language): Promise<SheetTaken> {
  const { sheet, text, pasted, shown, errors } = await readUpload(form)
  const typed = { sheet, pasted }
  if (sheet === null || errors.length > 0) {
    const said = errors.map(({ field, code }) => ({ field, message: sheetUploadWords[lang][code] }))
    return { kind: 'shown', status: 400, asked: { typed, errors: said, checked: null } }
  }
  if (shown !== null) {
    const saved = await importSheet(db, actor, sheet, text, shown)
    if (saved.ok && saved.value.problems.length === 0) return { kind: 'saved', sheet }
  }
  const checked = await checkSheet(db, actor, sheet, text)
  if (!checked.ok) return { kind: 'not_allowed' }
  const asItStands = { typed, errors: [], checked: { report: checked.value, text } }
  if (shown === null) return { kind: 'shown', status: 200, asked: asItStands }
  const meanwhile = { field: null, message: importWords[lang].changedMeanwhile }
  return { kind: 'shown', status: statusOf.conflict as 409, asked: { ...asItStands, errors: [meanwhile] } }
}
