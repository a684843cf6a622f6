import { Section } from '../ui/pageHead.tsx'
import type { CourseProps } from './CoursePage.tsx'
import type { Handout } from './course.ts'
import { courseWords } from './courseWords.ts'
import { spoken, trainingPaths } from './paths.ts'
import { Sections } from './SectionBlocks.tsx'
import { SourceList } from './SourceList.tsx'

/** A page to print: in Spanish where somebody translated it and it is asked for. */
export const HandoutPage = (props: CourseProps & { handout: Handout }) => {
  const { region, library, course, handout, lang, blocks } = props
  const say = courseWords[lang]
  const textLang = lang === 'es' && handout.es !== null ? 'es' : 'en'
  const { title, sections } = textLang === 'es' ? handout.es! : handout
  return (
    <>
      <p class="screen-only">
        <a href={spoken(trainingPaths.course(region.slug, course.id), lang)} lang="en">
          {course.title}
        </a>
      </p>
      <div class="guide">
        <h1 lang={textLang}>{title}</h1>
        {textLang === lang ? null : <p class="screen-only">{say.english}</p>}
        <Sections sections={sections} {...blocks} textLang={textLang} />
        {handout.sources.length === 0 ? null : (
          <Section title={say.sources}>
            <SourceList keys={handout.sources} sources={library.sources} lang={lang} />
          </Section>
        )}
      </div>
      <p class="muted small screen-only">{say.print}</p>
    </>
  )
}
