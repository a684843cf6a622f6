import type { Region } from '../region/index.ts'
import { Actions, LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { DefinitionList } from '../ui/facts.tsx'
import type { Language } from '../ui/language.ts'
import { duration } from '../ui/moment.ts'
import { PageHead, Section } from '../ui/pageHead.tsx'
import type { Course, Library } from './course.ts'
import { courseWords } from './courseWords.ts'
import { InEnglish } from './InEnglish.tsx'
import { spoken, trainingPaths } from './paths.ts'
import { ReviewNotice } from './ReviewLine.tsx'
import type { Reviewed } from './review.ts'
import { type BlockProps, Sections } from './SectionBlocks.tsx'
import { SourceList } from './SourceList.tsx'

export type CourseProps = {
  region: Region
  library: Library
  course: Course
  lang: Language
  /** What its texts are drawn with. */
  blocks: BlockProps
}

type Props = CourseProps & {
  reviewed: Reviewed
  /** Courses whose certificates it asks for today. */
  required: readonly string[]
}

/** One course: for whom, how long, what one will be able to do, and every lesson to read. */
export const CoursePage = (props: Props) => {
  const { region, library, course, lang, blocks, reviewed } = props
  const say = courseWords[lang]
  const full = course.depth === 'full'
  const [first] = course.lessons
  return (
    <>
      <PageHead title={course.title} titleLang="en" lead={<InEnglish>{course.summary}</InEnglish>} />
      {lang === 'en' ? null : <p>{say.english}</p>}
      {full ? (
        <ReviewNotice reviewed={reviewed} region={region} course={course} lang={lang} />
      ) : (
        <p>{say.plannedLine}</p>
      )}
      {first === undefined ? null : (
        <Actions>
          <LinkButton look="primary" href={spoken(trainingPaths.enrol(region.slug, course.id), lang)}>
            {say.enrol}
          </LinkButton>
          <LinkButton href={spoken(trainingPaths.lesson(region.slug, course.id, first.id), lang)}>
            {say.readFirst}
          </LinkButton>
        </Actions>
      )}
      <Facts {...props} />
      <Sections sections={course.intro} {...blocks} />
      <List title={say.objectives} lead={full ? say.objectivesLead : undefined} of={course.objectives} />
      <Lessons {...props} />
      <List title={say.skills} lead={say.skillsLead} of={course.skills} />
      <Handouts {...props} />
      <Card title={say.notTitle} tone="aside">
        <p>{say.not}</p>
      </Card>
      <Section title={say.sources}>
        <details>
          <summary>{say.sourcesOf(course.sources.length)}</summary>
          <SourceList keys={course.sources} sources={library.sources} lang={lang} />
        </details>
      </Section>
      <p>
        <a href={spoken(trainingPaths.courses(region.slug), lang)}>{say.allCourses}</a>
      </p>
    </>
  )
}

const Facts = ({ region, library, course, lang, required }: Props) => {
  const say = courseWords[lang]
  const builtOn = library.courses.filter(({ id }) => course.after.includes(id))
  const before = builtOn.filter(({ id }) => required.includes(id))
  const after = builtOn.filter(({ id }) => !required.includes(id))
  const named = (term: string, courses: readonly Course[]) =>
    courses.length === 0 ? [] : [{ term, detail: <Titles {...{ courses, region, lang }} /> }]
  return (
    <DefinitionList
      facts={[
        { term: say.online, detail: say.hours(course.hours.online) },
        { term: say.inPerson, detail: say.hours(course.hours.inPerson) },
        { term: say.forWhom, detail: <InEnglish>{course.audience}</InEnglish> },
        ...named(say.before, before),
        ...named(say.after, after),
      ]}
    />
  )
}

type TitlesProps = Pick<Props, 'region' | 'lang'> & { courses: readonly Course[] }

const Titles = ({ courses, region, lang }: TitlesProps) => (
  <>
    {courses.map((one, at) => (
      <>
        {at === 0 ? null : ', '}
        <a href={spoken(trainingPaths.course(region.slug, one.id), lang)}>
          <InEnglish>{one.title}</InEnglish>
        </a>
      </>
    ))}
  </>
)

type ListProps = { title: string; lead?: string | undefined; of: Course['skills'] }

const List = ({ title, lead, of }: ListProps) =>
  of.length === 0 ? null : (
    <Section title={title}>
      {lead === undefined ? null : <p>{lead}</p>}
      <ul lang="en">
        {of.map((one) => (
          <li key={one.id}>{one.text}</li>
        ))}
      </ul>
    </Section>
  )

const Lessons = ({ region, course, lang }: CourseProps) => {
  const say = courseWords[lang]
  if (course.lessons.length === 0) return null
  return (
    <Section title={say.lessons}>
      <ol class="lessons">
        {course.lessons.map((lesson) => (
          <li key={lesson.id}>
            <a href={spoken(trainingPaths.lesson(region.slug, course.id, lesson.id), lang)}>
              <InEnglish>{lesson.title}</InEnglish>
            </a>{' '}
            <span class="muted small">{duration(lesson.minutes, lang)}</span>
          </li>
        ))}
      </ol>
      {course.practice.length === 0 ? null : (
        <p>
          <b>{say.practice}.</b> {say.practiceLine(course.practice.length)}
        </p>
      )}
      {course.test === null ? null : (
        <p>
          <b>{say.test}.</b> {say.testLine(course.test.questions)}
        </p>
      )}
    </Section>
  )
}

const Handouts = ({ region, course, lang }: CourseProps) => {
  const say = courseWords[lang]
  if (course.handouts.length === 0) return null
  const at = (id: string, language: Language) => trainingPaths.handout(region.slug, course.id, id, language)
  return (
    <Section title={say.handouts}>
      <ul class="lessons">
        {course.handouts.map(({ id, title, es }) => (
          <li key={id}>
            {lang === 'es' && es !== null ? (
              <a href={at(id, 'es')}>{es.title}</a>
            ) : (
              <a href={at(id, lang)}>
                <InEnglish>{title}</InEnglish>
              </a>
            )}
            {lang === 'en' && es !== null ? (
              <>
                {' '}
                <span class="muted small">
                  (<a href={at(id, 'es')}>{say.inSpanish}</a>)
                </span>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
