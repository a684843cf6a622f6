import { actorKinds, actorWords, actWords, type Entry, isAct } from '../audit/index.ts'
import { roleWords } from '../identity/index.ts'
import { roles } from '../platform/actor.ts'
import type { Language } from '../ui/language.ts'
import { auditWords } from './auditWords.ts'

/** What was done, with what of its detail says more: "Role given: peer". */
export function doneSaid({ act, detail }: Entry, lang: Language): string {
  const say = auditWords[lang]
  const what = isAct(act) ? actWords[lang][act] : act
  const role = roles.find((one) => one === detail.role)
  const more = [
    role === undefined ? [] : roleWords[lang][role],
    [detail.rule, detail.reason].flatMap((code) => say.codes[String(code)] ?? []),
    typeof detail.version === 'number' ? say.version(detail.version) : [],
    typeof detail.rows === 'number' ? say.rows(detail.rows) : [],
  ].flat()
  return more.length === 0 ? what : `${what}: ${more.join(', ')}`
}

/** As what somebody did it: their roles then, or how they came in. */
export function rolesSaid({ actorKind, roles: held }: Entry, lang: Language): string {
  const known = roles.filter((role) => held.includes(role))
  if (known.length > 0) return known.map((role) => roleWords[lang][role]).join(', ')
  return actorWords[lang][actorKinds.find((one) => one === actorKind) ?? 'system']
}
