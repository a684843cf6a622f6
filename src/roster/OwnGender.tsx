import { Actions, Button } from '../ui/button.tsx'
import { RadioCards } from '../ui/choices.tsx'
import type { Language } from '../ui/language.ts'
import { genders } from './gender.ts'
import { memberWords } from './memberWords.ts'
import { rosterPaths } from './paths.ts'

type Props = { lang: Language; slug: string; value: string | undefined }

/** Voluntary, and on nobody else's page. */
export const OwnGender = ({ lang, slug, value }: Props) => {
  const say = memberWords[lang]
  return (
    <details>
      <summary>{say.gender}</summary>
      <form method="post" action={rosterPaths.ownGender(slug)}>
        <RadioCards
          name="gender"
          label={say.gender}
          hint={say.genderHint}
          inline
          value={value ?? 'unsaid'}
          options={(['unsaid', ...genders] as const).map((one) => ({ value: one, label: say[one] }))}
        />
        <Actions>
          <Button>{say.keepIt}</Button>
        </Actions>
      </form>
    </details>
  )
}
