import type { Course } from './course.ts'

/** As they are taken: what comes before others first, and by title where that decides nothing. */
export function inOrder(courses: readonly Course[]): readonly Course[] {
  const depth = new Map<string, number>()
  const depthOf = (course: Course, above: ReadonlySet<string>): number => {
    const known = depth.get(course.id)
    if (known !== undefined) return known
    const before = courses.filter(({ id }) => course.after.includes(id) && !above.has(id))
    const own = Math.max(-1, ...before.map((one) => depthOf(one, new Set([...above, course.id])))) + 1
    depth.set(course.id, own)
    return own
  }
  for (const course of courses) depthOf(course, new Set())
  return [...courses].sort(
    (one, other) => depth.get(one.id)! - depth.get(other.id)! || (one.title < other.title ? -1 : 1),
  )
}
