import type { Region } from '../region/index.ts'
import type { Language } from '../ui/language.ts'
import { day } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import type { Course } from './course.ts'
import { courseWords } from './courseWords.ts'
import type { Review, Reviewed } from './review.ts'

type Props = { reviewed: Reviewed; region: Pick<Region, 'timeZone'>; lang: Language }

/** Whether a clinician stands behind this text, in one sentence. */
export function reviewLine({ reviewed, region, lang }: Props): string {
  const say = courseWords[lang]
  const told = ({ reviewer, licence, reviewedAt }: Review) =>
    [reviewer, licence, day(reviewedAt.toZonedDateTimeISO(region.timeZone).toPlainDate(), lang)] as const
  if (reviewed.now !== null) return say.reviewedBy(...told(reviewed.now))
  return reviewed.before === null ? say.unreviewed : say.reviewedBefore(...told(reviewed.before))
}

export const ReviewNotice = (props: Props & { course: Pick<Course, 'crisis'> }) => {
  const { reviewed, course, lang } = props
  return (
    <Notice tone={reviewed.now === null ? 'amber' : 'ok'}>
      {reviewLine(props)}
      {course.crisis && reviewed.now === null ? ` ${courseWords[lang].crisis}` : null}
    </Notice>
  )
}
