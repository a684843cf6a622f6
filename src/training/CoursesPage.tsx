import type { Region } from '../region/index.ts'
import { Card, EmptyState } from '../ui/card.tsx'
import type { Language } from '../ui/language.ts'
import { PageHead, Section } from '../ui/pageHead.tsx'
import { Tag } from '../ui/tag.tsx'
import { classWords } from './classWords.ts'
import type { Course } from './course.ts'
import { inOrder } from './courseOrder.ts'
import { courseWords } from './courseWords.ts'
import { spoken, trainingPaths } from './paths.ts'
import { reviewLine } from './ReviewLine.tsx'
import type { Reviewed } from './review.ts'

type Props = {
  region: Region
  courses: readonly Course[]
  reviewed: ReadonlyMap<string, Reviewed>
  lang: Language
}

/** What is taught here: what one can take, then what is only planned. */
export const CoursesPage = ({ region, courses, reviewed, lang }: Props) => {
  const say = courseWords[lang]
  const of = (depth: Course['depth']) => inOrder(courses.filter((course) => course.depth === depth))
  const card = (course: Course) => (
    <OneCourse
      course={course}
      reviewed={reviewed.get(course.id)!}
      region={region}
      lang={lang}
      key={course.id}
    />
  )
  const [taken, planned] = [of('full'), of('outline')]
  return (
    <>
      <PageHead title={say.title} lead={say.lead(region.name)} />
      {lang === 'en' ? null : <p>{say.english}</p>}
      {courses.length === 0 ? <EmptyState title={say.none} /> : null}
      {taken.length === 0 ? null : <Section title={say.full}>{taken.map(card)}</Section>}
      {planned.length === 0 ? null : (
        <Section title={say.planned}>
          <p class="muted">{say.plannedLead}</p>
          {planned.map(card)}
        </Section>
      )}
      <p>
        <a href={spoken(trainingPaths.classesFeed(region.slug), lang)}>{classWords[lang].calendar}</a>
      </p>
      <Card title={say.notTitle} tone="aside">
        <p>{say.not}</p>
      </Card>
    </>
  )
}

type OfOne = { course: Course; reviewed: Reviewed; region: Region; lang: Language }

const OneCourse = ({ course, reviewed, region, lang }: OfOne) => {
  const say = courseWords[lang]
  const { online, inPerson } = course.hours
  return (
    <article class="card">
      <h3 class="text-title">
        <a href={spoken(trainingPaths.course(region.slug, course.id), lang)} lang="en">
          {course.title}
        </a>
      </h3>
      <p lang="en">{course.summary}</p>
      <p class="muted small">
        {say.online}: {say.hours(online)} · {say.inPerson}: {say.hours(inPerson)}
        {course.depth === 'outline' ? null : ` · ${reviewLine({ reviewed, region, lang })}`}
      </p>
      {course.depth === 'outline' ? (
        <p>
          <Tag>{say.plannedTag}</Tag>
        </p>
      ) : null}
    </article>
  )
}
