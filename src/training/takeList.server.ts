import type { Actor } from '../platform/actor.ts'
import type { AccountId } from '../platform/ids.ts'
import { textIn, type UploadCode, uploaded } from '../platform/upload.ts'
import { loadMailDomains } from '../region/index.server.ts'
import { learnersWithout } from './before.server.ts'
import type { Course } from './course.ts'
import type { Deps } from './enrol.server.ts'
import { isStronger, leadsOn, stands } from './enrolment.ts'
import { loadEnrolments } from './enrolments.server.ts'
import { entryOf } from './entry.server.ts'
import { namedTo } from './keepView.server.ts'
import type { CheckedList } from './ListForm.tsx'
import { titled } from './learnView.server.ts'
import { may } from './may.ts'
import { addressesIn, readNameList } from './nameList.ts'
import { mailedLongAgo } from './nameTo.server.ts'
import { nameAll } from './naming.server.ts'
import type { KeepDeps } from './pageDeps.server.ts'

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
  deps: Deps & Pick<KeepDeps, 'library' | 'accountsAt'>,
  actor: Actor,
  course: Course,
  form: FormData,
): Promise<ListTaken> {
  if (!may(actor, 'keep_training')) return { kind: 'not_allowed' }
  const shown = textIn(form, 'shown')
  const pasted = shown === '' ? textIn(form, 'pasted') : ''
  const read =
    shown === '' ? await uploaded(form, mostBytes) : ({ ok: true, text: textIn(form, 'text') } as const)
  if (!read.ok) return { kind: 'unread', field: read.field, code: read.code, pasted }
  const { text } = read
  // Accounts live behind another role, which is asked once, and outside of any transaction.
  const accounts = await deps.accountsAt(addressesIn(text))
  const found = await deps.db.read(actor, async (reader) => ({
    domains: [...(await loadMailDomains(reader)).values()].flat(),
    // Whoever is on a list whose mail is long over is named again for another.
    named: [...(await namedTo(reader, course.id))].filter(
      ([, { how, askedAt }]) =>
        !isStronger('list', how) && !(how === 'list' && mailedLongAgo(how, askedAt, reader.now)),
    ),
    standing: (await loadEnrolments(reader, { course: course.id })).filter((one) => stands(one.state)),
    // Where a coordinator decides, whoever lacks a course may be named and asks for a yes.
    without:
      (await entryOf(reader, course.id)) === 'approval'
        ? new Map<AccountId, string[]>()
        : await learnersWithout(reader, deps.library, course, [...accounts.values()]),
  }))
  const stay = new Set(
    found.standing.filter((one) => !leadsOn('list', one)).map(({ accountId }) => accountId),
  )
  const known = new Set(found.named.map(([email]) => email))
  const lacking = new Map<string, string>()
  for (const [email, accountId] of accounts) {
    if (stay.has(accountId)) known.add(email)
    const lacks = titled(deps.library, found.without.get(accountId) ?? [])
    if (lacks.length > 0) lacking.set(email, lacks.map(({ title }) => title).join(', '))
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
