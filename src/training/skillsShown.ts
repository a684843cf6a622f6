import type { Course } from './course.ts'
import type { Verdict } from './verdict.ts'

/** How many of a course's skills were shown: by the newest look at each. One that is none of the course's counts for nothing. */
export function skillsShown(
  { skills }: Pick<Course, 'skills'>,
  looks: ReadonlyMap<string, { readonly verdict: Verdict }>,
): number {
  return skills.filter(({ id }) => looks.get(id)?.verdict === 'shown').length
}
