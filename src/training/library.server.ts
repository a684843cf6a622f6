import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../platform/log.server.ts'
import type { Content } from './content.ts'
import type { ContentFile, ContentProblem } from './contentProblem.ts'
import type { Library } from './course.ts'
import { coursesFolder, readCourse } from './readCourse.ts'
import { readSources } from './readSources.ts'

/** Every course that can be read, and what is wrong with the others. Content makes it throw nothing. */
export function readLibrary(root: string): { library: Library; problems: ContentProblem[] } {
  const { sources, courses, problems } = readContent(root)
  return {
    library: { courses: courses.flatMap(({ course }) => (course === null ? [] : [course])), sources },
    problems: [...problems, ...courses.flatMap((course) => course.problems)],
  }
}

/** The library, read when somebody first asks for a course, and then from memory. What can't be read is logged by its place alone. */
export function lazyLibrary(root: string, log: Log): Library {
  let read: Library | null = null
  const once = (): Library => {
    if (read !== null) return read
    const { library, problems } = readLibrary(root)
    for (const { file, line } of problems) log.warn({ file, line }, 'a course cannot be read')
    read = library
    return read
  }
  return {
    get courses() {
      return once().courses
    },
    get sources() {
      return once().sources
    },
  }
}

/** All that stands in `content/courses`, courses that can't be read too. */
export function readContent(root: string): Content {
  const folder = join(root, coursesFolder)
  if (!existsSync(folder)) return { sources: new Map(), sourceLine: () => 1, courses: [], problems: [] }
  const sourcesName = 'sources.yaml'
  const sources = readSources({
    name: `${coursesFolder}/${sourcesName}`,
    text: existsSync(join(folder, sourcesName)) ? readFileSync(join(folder, sourcesName), 'utf8') : '',
  })
  // Without them every citation would be a dead one: what is wrong is one thing.
  const known = sources.value
  if (known === null)
    return { sources: new Map(), sourceLine: () => 1, courses: [], problems: sources.problems }
  const ids = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  const courses = ids.map((id) => {
    const files = filesUnder(join(folder, id))
    return { id, ...readCourse(id, files, known, fingerprintOf(files)) }
  })
  return { sources: known, sourceLine: (key) => sources.lineOf([key]), courses, problems: sources.problems }
}

function filesUnder(folder: string): ContentFile[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      name: path.slice(folder.length + 1).replaceAll('\\', '/'),
      text: readFileSync(path, 'utf8'),
    }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}

/** Length stands before each part, so that no text can move from one file into the next unseen. What a review says is no part of what it is about. */
function fingerprintOf(files: readonly ContentFile[]): string {
  const hash = createHash('sha256')
  const part = (text: string) => {
    const bytes = Buffer.from(text, 'utf8')
    hash.update(`${bytes.length}\n`).update(bytes)
  }
  for (const { name, text } of files) {
    part(name)
    part(name === 'course.md' ? text.replace(/^reviewed:.*\r?\n/m, '') : text)
  }
  return hash.digest('hex')
}
