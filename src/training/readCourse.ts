import { ownCourseKind } from '../roster/index.ts'
import { Citations } from './citations.ts'
import type { ContentFile, ContentProblem, Passage } from './contentProblem.ts'
import {
  bankSchema,
  courseSchema,
  facilitatorSchema,
  handoutSchema,
  lessonSchema,
  practiceSchema,
} from './contentSchemas.ts'
import type { Course, Handout, Lesson, Practice, Question, Source } from './course.ts'
import { type Read, readFrontMatter, readYaml } from './frontMatter.ts'
import { type Link, readSections, type Written } from './sections.ts'

export type CourseRead = {
  /** Null where anything of it can't be read: a course is whole or it is not there. */
  readonly course: Course | null
  readonly problems: readonly ContentProblem[]
  readonly passages: readonly Passage[]
  readonly pictures: readonly Picture[]
}

/** Whether words stand in place of it. */
export type Picture = { readonly file: string; readonly line: number; readonly words: boolean }

export const coursesFolder = 'content/courses'

const names =
  /^(?:(course|facilitator)\.md|(bank)\.yaml|(lessons)\/(\d\d-[a-z0-9-]+)\.md|(practice)\/([a-z0-9-]+)\.yaml|(handouts)\/([a-z0-9-]+?)(\.es)?\.md)$/

/** A course from its files, whose names begin in its folder (`lessons/01-role.md`). Fingerprints are the caller's. */
export function readCourse(
  id: string,
  files: readonly ContentFile[],
  sources: ReadonlyMap<string, Source>,
  fingerprint: string,
): CourseRead {
  return new CourseReading(id, files, sources).read(fingerprint)
}

class CourseReading {
  private readonly problems: ContentProblem[] = []
  private readonly passages: Passage[] = []
  private readonly pictures: Picture[] = []
  private readonly links: (Link & { file: string })[] = []
  private readonly cited: Citations
  private readonly id: string
  private readonly files: readonly ContentFile[]
  private readonly sources: ReadonlyMap<string, Source>

  constructor(id: string, files: readonly ContentFile[], sources: ReadonlyMap<string, Source>) {
    this.id = id
    this.sources = sources
    this.cited = new Citations(sources)
    this.files = [...files].sort((one, other) => (one.name < other.name ? -1 : 1))
  }

  read(fingerprint: string): CourseRead {
    for (const { name } of this.files)
      if (!names.test(name)) this.wrong(name, 1, 'no part of a course has this name')
    const head = this.head()
    const lessons = this.of('lessons').flatMap(([lesson, file]) => this.lesson(lesson, file))
    const practice = this.of('practice').flatMap(([one, file]) => this.practice(one, file))
    const handouts = this.of('handouts').flatMap(([one, file]) => this.handout(one, file))
    const { bank, lineOf } = this.bank()
    const facilitator = this.facilitator()
    const { passages, pictures, problems } = this
    if (head === null) return { course: null, problems, passages, pictures }

    const known = (what: 'objectives' | 'skills') => new Set(head.facts[what].map((one) => one.id))
    const lessonIds = new Set(lessons.map((lesson) => lesson.id))
    for (const { file, line, of, id } of this.named)
      if (!known(of).has(id)) this.wrong(file, line, `the course has no ${of.slice(0, -1)} ${id}`)
    for (const [at, question] of bank.entries()) {
      const wrong = (key: 'id' | 'objective' | 'lesson' | 'source', says: string) =>
        this.wrong('bank.yaml', lineOf([at, key]), says)
      if (bank.findIndex((one) => one.id === question.id) !== at)
        wrong('id', `the id ${question.id} stands here twice`)
      if (!known('objectives').has(question.objective))
        wrong('objective', `the course has no objective ${question.objective}`)
      if (!lessonIds.has(question.lesson)) wrong('lesson', `there is no lesson ${question.lesson}`)
      if (this.cited.cite(question.source) === null) wrong('source', `no source is called ${question.source}`)
    }
    const handoutIds = new Set(handouts.map((handout) => handout.id))
    for (const link of this.links)
      if (!(link.to === 'lesson' ? lessonIds : handoutIds).has(link.id))
        this.wrong(link.file, link.line, `there is no ${link.to} ${link.id}`)
    this.whole(head.facts.depth)

    if (this.problems.length > 0) return { course: null, problems, passages, pictures }
    const { facts, intro } = head
    const { reviewed: _, ...told } = facts
    const course: Course = {
      ...told,
      id: this.id,
      test: facts.depth === 'full' ? facts.test : null,
      ...{ intro, lessons, practice, bank, handouts, facilitator, fingerprint },
      sources: this.cited.keys,
    }
    return { course, problems, passages, pictures }
  }

  /** What files name of the course, to be looked up once all of it is known. */
  private readonly named: { file: string; line: number; of: 'objectives' | 'skills'; id: string }[] = []

  private wrong(name: string, line: number, says: string) {
    this.problems.push({ file: this.pathOf(name), line, says })
  }

  private pathOf(name: string) {
    return `${coursesFolder}/${this.id}/${name}`
  }

  private of(folder: 'lessons' | 'practice' | 'handouts'): [string, ContentFile][] {
    return this.files.flatMap((file): [string, ContentFile][] => {
      const [, , , lesson, lessonId, talk, talkId, page, pageId, es] = names.exec(file.name) ?? []
      if (es !== undefined) return []
      if ((lesson ?? talk ?? page) !== folder) return []
      return [[(lessonId ?? talkId ?? pageId)!, file]]
    })
  }

  private file(name: string): ContentFile | undefined {
    return this.files.find((file) => file.name === name)
  }

  private took<Value>({ value, problems }: Read<Value>): Value | null {
    this.problems.push(...problems)
    return value
  }

  private written(file: ContentFile, body: string, line: number, citations: Citations): Written {
    const path = this.pathOf(file.name)
    const written = readSections(path, body, line, citations)
    this.problems.push(...written.problems)
    this.passages.push(...written.passages)
    this.links.push(...written.links.map((link) => ({ ...link, file: file.name })))
    this.pictures.push(...written.pictures.map((picture) => ({ ...picture, file: path })))
    return written
  }

  private said(name: string, line: number, text: string, of: Passage['of'] = 'said') {
    this.passages.push({ file: this.pathOf(name), line, text, of })
  }

  private head() {
    const file = this.file('course.md')
    if (file === undefined) {
      this.wrong('course.md', 1, 'a course has a course.md')
      return null
    }
    // By its name a certificate is known on a member's file, where nobody may type one like it.
    if (!ownCourseKind(this.id))
      this.wrong('course.md', 1, 'a course’s folder is named in two small words or more, with dashes between')
    const read = readFrontMatter({ ...file, name: this.pathOf(file.name) }, courseSchema)
    const facts = this.took(read)
    const { sections } = this.written(file, read.body, read.bodyLine, this.cited)
    if (facts === null) return null
    for (const key of ['title', 'summary', 'audience'] as const)
      this.said(file.name, read.lineOf([key]), facts[key])
    for (const key of ['objectives', 'skills'] as const)
      for (const [at, one] of facts[key].entries()) {
        this.said(file.name, read.lineOf([key, at, 'text']), one.text)
        if (facts[key].findIndex(({ id }) => id === one.id) !== at)
          this.wrong(file.name, read.lineOf([key, at, 'id']), `the id ${one.id} stands here twice`)
      }
    for (const [at, key] of (facts.depth === 'outline' ? facts.sources : []).entries())
      if (this.cited.cite(key) === null)
        this.wrong(file.name, read.lineOf(['sources', at]), `no source is called ${key}`)
    return { facts, intro: sections }
  }

  private lesson(id: string, file: ContentFile): Lesson[] {
    const read = readFrontMatter({ ...file, name: this.pathOf(file.name) }, lessonSchema)
    const facts = this.took(read)
    const citations = new Citations(this.sources)
    const { sections } = this.written(file, read.body, read.bodyLine, citations)
    for (const key of citations.keys) this.cited.cite(key)
    if (facts === null) return []
    this.said(file.name, read.lineOf(['title']), facts.title, 'heading')
    this.names(file.name, 'objectives', facts.objectives, read)
    return [{ id, ...facts, sections, sources: citations.keys }]
  }

  private names(file: string, of: 'objectives' | 'skills', ids: readonly string[], read: Read<unknown>) {
    for (const [at, id] of ids.entries()) this.named.push({ file, line: read.lineOf([of, at]), of, id })
  }

  private practice(id: string, file: ContentFile): Practice[] {
    const read = readYaml(file.text, practiceSchema, this.pathOf(file.name))
    const facts = this.took(read)
    if (facts === null) return []
    this.names(file.name, 'objectives', facts.objectives, read)
    const said = (path: PropertyKey[], text: string, of: Passage['of'] = 'said') =>
      this.said(file.name, read.lineOf(path), text, of)
    said(['scene'], facts.scene)
    if (!Object.hasOwn(facts.turns, facts.start))
      this.wrong(file.name, read.lineOf(['start']), `there is no turn ${facts.start}`)
    for (const [name, turn] of Object.entries(facts.turns)) {
      if ('ends' in turn) said(['turns', name, 'ends'], turn.ends)
      else said(['turns', name, 'they'], turn.they)
      for (const [at, choice] of ('choices' in turn ? turn.choices : []).entries()) {
        const path = ['turns', name, 'choices', at]
        // What somebody might say wrongly stands there to be chosen.
        said([...path, 'say'], choice.say, 'wrong')
        said([...path, 'why'], choice.why)
        if (!Object.hasOwn(facts.turns, choice.to))
          this.wrong(file.name, read.lineOf([...path, 'to']), `there is no turn ${choice.to}`)
      }
    }
    return [{ id, ...facts }]
  }

  private bank(): { bank: Question[]; lineOf: Read<unknown>['lineOf'] } {
    const file = this.file('bank.yaml')
    if (file === undefined) return { bank: [], lineOf: () => 1 }
    const read = readYaml(file.text, bankSchema, this.pathOf(file.name))
    const bank = this.took(read) ?? []
    for (const [at, { ask, options, why }] of bank.entries()) {
      this.said(file.name, read.lineOf([at, 'ask']), ask)
      for (const [option, { text, right }] of options.entries())
        this.said(file.name, read.lineOf([at, 'options', option, 'text']), text, right ? 'said' : 'wrong')
      this.said(file.name, read.lineOf([at, 'why']), why)
    }
    return { bank, lineOf: read.lineOf }
  }

  private handout(id: string, file: ContentFile): Handout[] {
    const citations = new Citations(this.sources)
    const english = this.page(file, citations)
    const translated = this.file(`handouts/${id}.es.md`)
    const es = translated === undefined ? null : this.page(translated, citations)
    for (const key of citations.keys) this.cited.cite(key)
    return english === null ? [] : [{ id, ...english, sources: citations.keys, es }]
  }

  private page(file: ContentFile, citations: Citations): Omit<Handout, 'id' | 'sources' | 'es'> | null {
    const read = readFrontMatter({ ...file, name: this.pathOf(file.name) }, handoutSchema)
    const facts = this.took(read)
    const { sections } = this.written(file, read.body, read.bodyLine, citations)
    if (sections.some(({ blocks }) => blocks.some(({ kind }) => kind === 'check')))
      this.wrong(file.name, 1, 'nobody answers a check on paper')
    return facts === null ? null : { title: facts.title, sections }
  }

  private facilitator() {
    const file = this.file('facilitator.md')
    if (file === undefined) return null
    const read = readFrontMatter({ ...file, name: this.pathOf(file.name) }, facilitatorSchema)
    const facts = this.took(read)
    const { sections } = this.written(file, read.body, read.bodyLine, this.cited)
    if (facts === null) return null
    this.names(file.name, 'skills', facts.skills, read)
    return { ...facts, sections }
  }

  private whole(depth: Course['depth']) {
    if (depth === 'outline') {
      for (const { name } of this.files)
        if (name !== 'course.md') this.wrong(name, 1, 'an outline has a course.md alone')
      return
    }
    if (this.of('lessons').length === 0) this.wrong('course.md', 1, 'a full course has lessons')
    if (this.file('bank.yaml') === undefined)
      this.wrong('course.md', 1, 'a full course has a bank of questions')
  }
}
