import type { Child } from 'hono/jsx'
import { fieldId, tied } from '../ui/field.tsx'
import type { Language } from '../ui/language.ts'
import { words } from '../ui/words.ts'
import { defaultPolicy, type Policy } from './policy.ts'
import { fieldText } from './policyChange.ts'
import type { PolicyErrors } from './policyErrors.ts'
import { policyWords } from './policyWords.ts'
import { settingLabel, settingSaid } from './settingSaid.ts'
import { sourceBasis } from './settingSource.ts'
import { basisWords, settingSourceWords } from './settingSourceWords.ts'
import { type PolicyPath, sameValue, settings, valueAt } from './settings.ts'
import { type SettingWords, settingWords } from './settingWords.ts'

export type FormState = {
  lang: Language
  policy: Policy
  /** What was typed and is not saved yet, by path. */
  typed: Readonly<Record<string, string>>
  errors: PolicyErrors['at']
  /** Only to read. */
  fixed: boolean
}

/** The input of one setting; `SettingSource` and `SettingError` beside it describe it. */
export const SettingInput = ({
  path,
  named = false,
  lang,
  policy,
  typed,
  errors,
  fixed,
}: FormState & {
  path: PolicyPath
  /** Carries its own name where no label stands beside it. */
  named?: boolean
}) => {
  const setting = settings[path]
  const value = typed[path] ?? fieldText(path, valueAt(policy, path))
  if (fixed) {
    const chosen =
      setting.unit === 'choice' ? settingWords[lang].choice[value as keyof SettingWords['choice']] : value
    return <b>{chosen}</b>
  }
  const about = {
    ...tied({
      name: path,
      label: '',
      hint: '',
      error: errors[path],
      required: setting.onlyWhen === undefined,
    }),
    'aria-label': named ? settingLabel(path, lang) : undefined,
  }
  if (setting.unit !== 'choice')
    return (
      <input
        {...about}
        class={setting.unit === 'list' ? undefined : 'short'}
        type="text"
        inputmode={setting.unit === 'list' ? undefined : setting.whole ? 'numeric' : 'decimal'}
        autocomplete="off"
        maxlength={500}
        value={value}
      />
    )
  const options = setting.options.map((option) => fieldText(path, option))
  return (
    <select {...about}>
      <option value="">{words[lang].choose}</option>
      {options.map((option) => (
        <option value={option} selected={option === value} key={option}>
          {settingWords[lang].choice[option as keyof SettingWords['choice']]}
        </option>
      ))}
    </select>
  )
}

/** How firmly the default is known and from where, and what stands where that is something else. */
export const SettingSource = ({
  paths,
  lang,
  policy,
  typed,
}: FormState & { paths: readonly PolicyPath[] }) => {
  const say = policyWords[lang]
  const { source, onlyWhen } = settings[paths[0]!]
  const more = paths.flatMap((path) => {
    const [stands, usual] = [valueAt(policy, path), valueAt(defaultPolicy, path)]
    const unsaved = typed[path] !== undefined && typed[path] !== fieldText(path, stands)
    return [
      usual === null || sameValue(usual, stands) ? '' : say.default(settingSaid(path, usual, lang)),
      unsaved && stands !== null ? say.standsNow(settingSaid(path, stands, lang)) : '',
    ]
  })
  const only = onlyWhen && (onlyWhen.is === 'distance' ? say.onlyByDistance : say.onlyFixed)
  return (
    <Describes paths={paths} part="hint">
      <b>{basisWords[lang][sourceBasis[source]]}.</b>{' '}
      {[settingSourceWords[lang][source], only, ...more].filter(Boolean).join(' ')}
    </Describes>
  )
}

export const SettingError = ({ paths, message }: { paths: readonly PolicyPath[]; message: string }) => (
  <p class="error">
    <Describes paths={paths} part="error">
      {message}
    </Describes>
  </p>
)

/** One text that describes several inputs: it carries the id that each of them points to. */
const Describes = ({
  paths,
  part,
  children,
}: {
  paths: readonly PolicyPath[]
  part: 'hint' | 'error'
  children?: Child
}) => (
  <>
    {paths.reduceRight<Child>(
      (inner, path) => (
        <span id={`${fieldId(path)}-${part}`}>{inner}</span>
      ),
      <>{children}</>,
    )}
  </>
)
