import { inSentence, type Language } from '../ui/language.ts'
import { fieldText } from './policyChange.ts'
import { type PolicyPath, type SettingValue, settings, type WindowName } from './settings.ts'
import { type SettingWords, settingWords, unitWord } from './settingWords.ts'

/** A setting's whole name: "Defusing: ideal until". */
export function settingLabel(path: PolicyPath, lang: Language): string {
  const { window, part, label } = settingWords[lang]
  const [first, name, which] = path.split('.')
  if (first !== 'windows') return label[path as keyof typeof label]
  return `${window[name as WindowName]}: ${inSentence(part[which as keyof typeof part])}`
}

/** A value as people say it: "12 hours", "40 %", "Are blocked", "AIC, GCI"; a dash where none is asked. */
export function settingSaid(path: PolicyPath, value: SettingValue | null, lang: Language): string {
  if (value === null) return '–'
  const text = fieldText(path, value)
  if (settings[path].unit === 'choice') return settingWords[lang].choice[text as keyof SettingWords['choice']]
  return settings[path].unit === 'list' ? text : `${text} ${unitWord(path, lang, value)}`
}
