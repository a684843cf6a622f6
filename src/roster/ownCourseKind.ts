/**
 * Whether a kind of paper is the name of a course of the region: small words joined by hyphens. Such a paper is filed by the course
 * itself, by `papers.file`; nobody types one, because a gate asks for it by its kind alone.
 */
export function ownCourseKind(kind: string): boolean {
  return /^[a-z]+(-[a-z]+)+$/.test(kind.trim())
}
