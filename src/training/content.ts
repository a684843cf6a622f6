import type { ContentProblem } from './contentProblem.ts'
import type { Source } from './course.ts'
import type { CourseRead } from './readCourse.ts'

export type NamedRead = CourseRead & { readonly id: string }

/** All that stands in `content/courses`, as far as it can be read. */
export type Content = {
  readonly sources: ReadonlyMap<string, Source>
  /** The line of `sources.yaml` on which one begins. */
  readonly sourceLine: (key: string) => number
  readonly courses: readonly NamedRead[]
  /** Of what belongs to no course. */
  readonly problems: readonly ContentProblem[]
}
