import type { Region } from '../region/index.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import type { Language } from '../ui/language.ts'
import { PageHead } from '../ui/pageHead.tsx'
import { interventionPaths } from './paths.ts'
import { ReferralFields } from './ReferralFields.tsx'
import type { Referral } from './referral.ts'
import { referralWords } from './referralWords.ts'

type Props = {
  lang: Language
  region: Region
  listing: Referral
  /** What the listing said on the page that is filled in. */
  seen: string
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[]
}

/** One listing, put right; when it was vetted stays as it is. */
export const EditReferralPage = ({ lang, region, listing, seen, typed, errors }: Props) => {
  const say = referralWords[lang]
  return (
    <>
      <PageHead title={listing.name} lead={say.editLead} />
      <ErrorSummary lang={lang} errors={errors} />
      <form method="post" action={interventionPaths.referral(region.slug, listing.id)} novalidate>
        <ReferralFields {...{ lang, typed, errors }} />
        <input type="hidden" name="seen" value={seen} />
        <Button look="primary">{say.editDone}</Button>
      </form>
      <p>
        <a href={interventionPaths.referrals(region.slug)}>{say.back}</a>
      </p>
    </>
  )
}
