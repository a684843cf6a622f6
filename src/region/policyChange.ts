import type { Policy } from './policy.ts'
import {
  type PolicyPath,
  policyOf,
  policyPaths,
  type Setting,
  type SettingValue,
  sameValue,
  settings,
  valueAt,
  valuesOf,
} from './settings.ts'

/** One setting decided anew; null where the way travel is reckoned does not ask it. */
export type Change = {
  readonly path: PolicyPath
  readonly old: SettingValue | null
  readonly new: SettingValue | null
}

export const faults = [
  'missing',
  'no_number',
  'not_whole',
  'out_of_bounds',
  'no_choice',
  'empty_list',
  'too_many',
  'no_kind',
] as const
export type Fault = (typeof faults)[number]
export type Wrong = { readonly path: PolicyPath; readonly fault: Fault }

export type ReadForm =
  | { readonly ok: true; readonly policy: Policy; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly wrong: readonly Wrong[] }

/**
 * A policy with what was typed put over it. A field that was not in the form stays as it is; what the chosen way of
 * travel does not ask may stay empty. Wrong fields are all named at once, in the catalogue's order.
 */
export function readPolicyForm(typed: Readonly<Record<string, string>>, current: Policy): ReadForm {
  const values = valuesOf(current)
  const wrong: Wrong[] = []
  for (const path of policyPaths) {
    const text = typed[path]
    if (text === undefined) continue
    const read = readText(settings[path], text.trim())
    if ('value' in read) values[path] = read.value
    else if (isAsked(path, typed, current)) wrong.push({ path, fault: read.fault })
  }
  for (const path of policyPaths)
    if (values[path] === null && isAsked(path, typed, current) && !wrong.some((one) => one.path === path))
      wrong.push({ path, fault: 'missing' })
  if (wrong.length > 0) return { ok: false, wrong }
  const policy = policyOf(values)
  return { ok: true, policy, changes: changesBetween(current, policy) }
}

function isAsked(path: PolicyPath, typed: Readonly<Record<string, string>>, current: Policy): boolean {
  const when = settings[path].onlyWhen
  return when === undefined || (typed[when.path] ?? valueAt(current, when.path)) === when.is
}

/** As it stands in a field: 0.4 as "40", a list with commas, yes and no as words. */
export function fieldText(path: PolicyPath, value: SettingValue | null): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'object') return value.join(', ')
  return settings[path].unit === 'share' ? String(Math.round(Number(value) * 1e4) / 100) : String(value)
}

type Read = { readonly value: SettingValue } | { readonly fault: Fault }

function readText(setting: Setting, text: string): Read {
  if (setting.unit === 'list') {
    const kinds = text.split(',').map((one) => one.trim())
    return judged(setting, [...new Set(kinds.filter((one) => one !== ''))])
  }
  if (text === '') return { fault: 'missing' }
  if (setting.unit === 'choice')
    return judged(setting, setting.options.find((option) => spelled(option) === text) ?? text)
  // People write 2.5 and 2,5; nobody types a thousand with a sign in between here.
  if (!/^-?\d{1,9}([.,]\d{1,4})?$/.test(text)) return { fault: 'no_number' }
  const number = Number(text.replace(',', '.'))
  return judged(setting, setting.unit === 'share' ? Math.round(number * 100) / 1e4 : number)
}

const spelled = (option: string | boolean) => (typeof option === 'boolean' ? (option ? 'yes' : 'no') : option)

function judged(setting: Setting, value: SettingValue): Read {
  const fault = faultOf(setting, value)
  return fault === null ? { value } : { fault }
}

/** What is wrong with a value by itself; null when it may stand. */
function faultOf(setting: Setting, value: SettingValue): Fault | null {
  if (setting.unit === 'list') {
    if (!Array.isArray(value) || value.length === 0) return 'empty_list'
    if (value.length > setting.most) return 'too_many'
    return value.every((kind) => /^[\p{L}\d][\p{L}\d _-]{0,39}$/u.test(kind)) ? null : 'no_kind'
  }
  if (setting.unit === 'choice')
    return setting.options.some((option) => option === value) ? null : 'no_choice'
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'no_number'
  if (setting.whole && !Number.isInteger(value)) return 'not_whole'
  return value < setting.from || value > setting.to ? 'out_of_bounds' : null
}

/** Every value of a policy that may not stand, whoever wrote it. */
export function wrongIn(policy: Policy): Wrong[] {
  return policyPaths.flatMap((path) => {
    const when = settings[path].onlyWhen
    if (when !== undefined && valueAt(policy, when.path) !== when.is) return []
    const value = valueAt(policy, path)
    const fault = value === null ? 'missing' : faultOf(settings[path], value)
    return fault === null ? [] : [{ path, fault }]
  })
}

/** What was decided anew, in the catalogue's order. */
export function changesBetween(old: Policy, changed: Policy): Change[] {
  return policyPaths
    .map((path) => ({ path, old: valueAt(old, path), new: valueAt(changed, path) }))
    .filter((change) => !sameValue(change.old, change.new))
}

/** The policy after the changes; what they leave out stays. */
export function withChanges(policy: Policy, changes: readonly Pick<Change, 'path' | 'new'>[]): Policy {
  const values = valuesOf(policy)
  for (const change of changes) values[change.path] = change.new
  return policyOf(values)
}
