import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BannedClaim } from './claimRules.ts'
import type { Content } from './content.ts'
import { type Checked, checkContent } from './contentCheck.ts'
import type { ContentProblem } from './contentProblem.ts'
import { bannedSchema } from './contentSchemas.ts'
import type { Finding } from './finding.ts'
import { readYaml } from './frontMatter.ts'
import { readContent } from './library.server.ts'
import { coursesFolder } from './readCourse.ts'

/** Reads and checks everything in `content/courses` of a checkout. */
export function checkContentOf(root: string): Checked & { content: Content } {
  const banned = readBanned(root)
  const content = readContent(root)
  const problems = [...content.problems, ...banned.problems]
  return { ...checkContent({ ...content, problems }, banned.claims), content }
}

/** What was found in one course, looked for when somebody first asks. */
export function lazyFindings(root: string): (course: string) => readonly Finding[] {
  let found: readonly Finding[] | null = null
  return (course) => {
    found ??= checkContentOf(root).findings
    return found.filter(({ file }) => file.startsWith(`${coursesFolder}/${course}/`))
  }
}

export function readBanned(root: string): { claims: BannedClaim[]; problems: ContentProblem[] } {
  const file = `${coursesFolder}/banned.yaml`
  const path = join(root, file)
  if (!existsSync(path)) return { claims: [], problems: [] }
  const { value, problems, lineOf } = readYaml(readFileSync(path, 'utf8'), bannedSchema, file)
  const broken: ContentProblem[] = [...problems]
  const claims = (value ?? []).flatMap((one, at) => {
    try {
      return [{ ...one, pattern: new RegExp(one.pattern, 'iu') }]
    } catch {
      broken.push({ file, line: lineOf([at, 'pattern']), says: 'this is no regular expression' })
      return []
    }
  })
  return { claims, problems: broken }
}
