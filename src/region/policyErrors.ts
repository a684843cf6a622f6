import type { FieldError } from '../ui/errorSummary.tsx'
import type { Language } from '../ui/language.ts'
import type { Contradiction } from './contradiction.ts'
import type { Policy } from './policy.ts'
import type { Wrong } from './policyChange.ts'
import { policyWords } from './policyWords.ts'
import { settingLabel, settingSaid } from './settingSaid.ts'
import { type PolicyPath, settings, valueAt } from './settings.ts'

/** What is wrong at a field, with what to do about it. */
export function wrongSaid({ path, fault }: Wrong, lang: Language): string {
  const say = policyWords[lang]
  const label = settingLabel(path, lang)
  const setting = settings[path]
  switch (fault) {
    case 'missing':
      return say.missing(label)
    case 'no_number':
      return say.noNumber(label)
    case 'not_whole':
      return say.notWhole(label)
    case 'no_choice':
      return say.noChoice(label)
    case 'empty_list':
      return say.emptyList(label)
    case 'too_many':
      return say.tooMany(label, String(setting.unit === 'list' ? setting.most : ''))
    case 'no_kind':
      return say.noKind(label)
    case 'out_of_bounds': {
      const bound = (which: 'from' | 'to') =>
        settingSaid(path, which in setting ? (setting as { from: number; to: number })[which] : null, lang)
      return say.outOfBounds(label, bound('from'), bound('to'))
    }
  }
}

/** Both or all three settings of a contradiction, each with the value that was typed. */
export function contradictionSaid({ code, fields }: Contradiction, policy: Policy, lang: Language): string {
  const say = policyWords[lang]
  const named = (path: PolicyPath) =>
    say.named(settingLabel(path, lang), settingSaid(path, valueAt(policy, path), lang))
  const [first, second, third] = fields.map(named)
  if (code === 'fills_window') return say.fillsWindow(first!, second!, third!)
  return code === 'more_than' ? say.moreThan(first!, second!) : say.notLessThan(first!, second!)
}

/** Errors as the form takes them: the summary leads to the first field, the message stands at every one. */
export type PolicyErrors = {
  readonly summary: readonly FieldError[]
  readonly at: Partial<Readonly<Record<PolicyPath, string>>>
}
export const noErrors: PolicyErrors = { summary: [], at: {} }

export function errorsOf(
  found: readonly { readonly fields: readonly PolicyPath[]; readonly message: string }[],
): PolicyErrors {
  const at: Partial<Record<PolicyPath, string>> = {}
  for (const { fields, message } of found) for (const field of fields) at[field] ??= message
  return { summary: found.map(({ fields, message }) => ({ field: fields[0] ?? null, message })), at }
}
