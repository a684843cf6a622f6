/** The id of a course or a skill as a word of the trail, which takes no hyphen. */
export function coded(id: string): string {
  return id.replaceAll('-', '_')
}
