import { Heading, type Level } from '../ui/heading.tsx'
import type { Language } from '../ui/language.ts'
import { duration } from '../ui/moment.ts'
import { PageHead, Section } from '../ui/pageHead.tsx'
import type { CourseProps } from './CoursePage.tsx'
import type { Check, Lesson } from './course.ts'
import { courseWords } from './courseWords.ts'
import { InEnglish } from './InEnglish.tsx'
import { spoken, trainingPaths } from './paths.ts'
import { Sections } from './SectionBlocks.tsx'
import { SourceList } from './SourceList.tsx'

/** A whole lesson, to read. Its checks are shown and not marked. */
export const LessonPage = (props: CourseProps & { lesson: Lesson }) => {
  const { region, library, course, lesson, lang, blocks } = props
  const say = courseWords[lang]
  const number = course.lessons.indexOf(lesson) + 1
  return (
    <>
      <p>
        <a href={spoken(trainingPaths.course(region.slug, course.id), lang)} lang="en">
          {course.title}
        </a>
      </p>
      <PageHead
        title={lesson.title}
        titleLang="en"
        lead={say.lessonOf(number, course.lessons.length, duration(lesson.minutes, lang))}
      />
      {lang === 'en' ? null : <p>{say.english}</p>}
      <Sections sections={lesson.sections} {...blocks} />
      {lesson.sources.length === 0 ? null : (
        <Section title={say.sources}>
          <SourceList keys={lesson.sources} sources={library.sources} lang={lang} />
        </Section>
      )}
      <Onwards {...props} />
    </>
  )
}

const Onwards = ({ region, course, lesson, lang }: CourseProps & { lesson: Lesson }) => {
  const say = courseWords[lang]
  const at = course.lessons.indexOf(lesson)
  const to = (word: string, other: Lesson | undefined) =>
    other === undefined ? null : (
      <a href={spoken(trainingPaths.lesson(region.slug, course.id, other.id), lang)}>
        {word}: <InEnglish>{other.title}</InEnglish>
      </a>
    )
  return (
    <nav class="onwards" aria-label={say.lessons}>
      {to(say.previous, course.lessons[at - 1])}
      <a href={spoken(trainingPaths.course(region.slug, course.id), lang)}>{say.overview}</a>
      {to(say.next, course.lessons[at + 1])}
    </nav>
  )
}

type CheckProps = { check: Check; lang: Language; textLang: Language; level: Level }

/** A knowledge check as whoever is not enrolled sees it: which answer is right stands nowhere on the page. */
export const ShownCheck = ({ check, lang, textLang, level }: CheckProps) => {
  const say = courseWords[lang]
  return (
    <section class="card">
      <Heading level={level} class="text-title">
        {say.check}
      </Heading>
      <p lang={textLang}>{check.ask}</p>
      <ul class="options" lang={textLang}>
        {check.options.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p class="muted small">{say.checkNote}</p>
    </section>
  )
}
