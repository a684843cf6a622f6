import type { Actor } from '../platform/actor.ts'
import { decodedCsv } from '../platform/csv.ts'
import type { AccountId } from '../platform/ids.ts'
import { loadMailDomains } from '../region/index.server.ts'
import { learnersWithout } from './before.server.ts'
import type { Course, Library } from './course.ts'
import type { Deps } from './enrol.server.ts'
import { isStronger, leadsOn, stands } from './enrolment.ts'
import { loadEnrolments } from './enrolments.server.ts'
import { entryOf } from './entry.server.ts'
import { namedTo } from './keepView.server.ts'
import type { CheckedList } from './ListForm.tsx'
import { titled } from './learnView.server.ts'
import type { UploadCode } from './listWords.ts'
import { may } from './may.ts'
import { readNameList } from './nameList.ts'
import { nameAll } from './naming.server.ts'

export type ListTaken =
  | { readonly kind: 'saved' }
  | {
      readonly kind: 'unread'
      readonly field: 'file' | 'pasted'
      readonly code: UploadCode
      readonly pasted: string
    }
  /** Looked at, and nothing saved. `changed`: it comes to something else than what was confirmed. */
  | {
      readonly kind: 'checked'
      readonly checked: CheckedList
      readonly pasted: string
      readonly changed: boolean
    }
  | { readonly kind: 'not_allowed' }

/** Far above the longest list that is taken. */
const mostBytes = 200_000

/** What a posted list comes to: looked at and shown first, saved whole when what was shown is confirmed. */
export async function takeList(
  deps: Deps & { readonly library: Library; emailOf(account: AccountId): Promise<string | null> },
  actor: Actor,
  course: Course,
  form: FormData,
): Promise<ListTaken> {
  if (!may(actor, 'keep_training')) return { kind: 'not_allowed' }
  const field = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const shown = field('shown')
  const pasted = shown === '' ? field('pasted') : ''
  const read = shown === '' ? await textOf(form, pasted) : ({ ok: true, text: field('text') } as const)
  if (!read.ok) return { kind: 'unread', field: read.field, code: read.code, pasted }
  const { text } = read
  const found = await deps.db.read(actor, async (reader) => ({
    domains: [...(await loadMailDomains(reader)).values()].flat(),
    named: await namedTo(reader, course.id),
    standing: (await loadEnrolments(reader, { course: course.id })).filter((one) => stands(one.state)),
    // Where a coordinator decides, whoever lacks a course may be named and asks for a yes.
    without:
      (await entryOf(reader, course.id)) === 'approval'
        ? []
        : await learnersWithout(reader, deps.library, course),
  }))
  // Addresses of accounts live behind another role, which answers for one at a time.
  const known = new Set(
    [...found.named].filter(([, how]) => !isStronger('list', how)).map(([email]) => email),
  )
  for (const { accountId } of found.standing.filter((one) => !leadsOn('list', one))) {
    const email = await deps.emailOf(accountId)
    if (email !== null) known.add(email.toLowerCase())
  }
  const lacking = new Map<string, string>()
  for (const [accountId, lacks] of found.without) {
    const email = await deps.emailOf(accountId)
    const titles = titled(deps.library, lacks).map(({ title }) => title)
    if (email !== null) lacking.set(email.toLowerCase(), titles.join(', '))
  }
  const list = readNameList(text, { domains: found.domains, known, lacking })
  const asShown = (changed: boolean) =>
    ({ kind: 'checked', checked: { list, text }, pasted, changed }) as const
  if (shown === '') return asShown(false)
  // Nobody left to enrol: it was sent twice, and the first time did it.
  if (list.problems.length > 0 || (list.fresh.length > 0 && shown !== String(list.fresh.length)))
    return asShown(true)
  return (await nameAll(deps, actor, course, list.fresh)).ok ? { kind: 'saved' } : asShown(true)
}

type Text =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly field: 'file' | 'pasted'; readonly code: UploadCode }

async function textOf(form: FormData, pasted: string): Promise<Text> {
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
