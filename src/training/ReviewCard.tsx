import type { Region } from '../region/index.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { ErrorSummary, type FieldError, RequiredNote } from '../ui/errorSummary.tsx'
import { Field } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import type { Course } from './course.ts'
import { limits } from './limits.ts'
import { trainingPaths } from './paths.ts'
import { previewWords } from './previewWords.ts'
import { ReviewNotice } from './ReviewLine.tsx'
import type { Reviewed } from './review.ts'

export type ReviewCardProps = {
  region: Region
  course: Course
  reviewed: Reviewed
  mayReview: boolean
  lang: Language
  /** What was typed into a form that came back. */
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[]
}

/** Where the clinical director marks the text that stands on this page. */
export const ReviewCard = (props: ReviewCardProps) => {
  const { region, course, reviewed, mayReview, lang, typed, errors } = props
  const say = previewWords[lang]
  const said = (field: string) => errors.find((error) => error.field === field)?.message
  return (
    <Card title={say.review}>
      <ErrorSummary errors={errors} lang={lang} />
      <ReviewNotice reviewed={reviewed} region={region} course={course} lang={lang} />
      {reviewed.now !== null || course.depth === 'outline' ? null : mayReview ? (
        <form method="post" action={trainingPaths.review(region.slug, course.id)} novalidate>
          <p>{say.reviewLead}</p>
          <RequiredNote lang={lang} />
          <input type="hidden" name="fingerprint" value={course.fingerprint} />
          <Field
            name="reviewer"
            label={say.reviewer}
            hint={say.reviewerHint}
            value={typed.reviewer}
            error={said('reviewer')}
            maxlength={limits.reviewer}
            autocomplete="off"
            required
          />
          <Field
            name="licence"
            label={say.licence}
            hint={say.licenceHint}
            value={typed.licence}
            error={said('licence')}
            maxlength={limits.reviewer}
            autocomplete="off"
            required
          />
          <Button look="primary">{say.mark}</Button>
        </form>
      ) : (
        <p>{say.mayReview}</p>
      )}
    </Card>
  )
}
