import { Fieldset } from '../ui/choices.tsx'
import type { FieldError } from '../ui/errorSummary.tsx'
import { Checkbox, Field, Select } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { referralCosts, referralKinds, referralLanguages } from './referral.ts'
import { referralCostWords, referralKindWords, referralWords } from './referralWords.ts'

type Props = {
  lang: Language
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[]
}

/** What a listing says: the same questions for a new one and for one that is put right. */
export const ReferralFields = ({ lang, typed, errors }: Props) => {
  const say = referralWords[lang]
  const names = new Intl.DisplayNames([lang], { type: 'language' })
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  const field = (name: string) => ({ name, value: typed[name], error: errorOf(name), required: true })
  return (
    <>
      <Field {...field('name')} label={say.name} maxlength={120} />
      <Select
        {...field('type')}
        label={say.kind}
        lang={lang}
        options={referralKinds.map((value) => ({ value, label: referralKindWords[lang][value] }))}
      />
      <Field {...field('town')} label={say.town} maxlength={80} />
      <Field {...field('phone')} label={say.phone} type="tel" inputmode="tel" />
      <Select
        {...field('cost')}
        label={say.cost}
        lang={lang}
        options={referralCosts.map((value) => ({ value, label: referralCostWords[lang][value] }))}
      />
      <Checkbox name="telehealth" label={say.telehealth} checked={typed.telehealth !== undefined} />
      <Checkbox name="knows" label={say.knowsLabel} checked={typed.knows !== undefined} />
      <Fieldset legend={say.languages}>
        <div class="choices boxes">
          {referralLanguages.map((code, index) => (
            <Checkbox
              key={code}
              name={`language_${code}`}
              label={names.of(code) ?? code}
              checked={typed[`language_${code}`] !== undefined}
              error={index === 0 ? errorOf('language_en') : undefined}
            />
          ))}
        </div>
      </Fieldset>
    </>
  )
}
