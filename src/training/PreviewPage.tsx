import type { Child } from 'hono/jsx'
import { PageHead, Section } from '../ui/pageHead.tsx'
import type { Path } from '../ui/path.ts'
import { Tag } from '../ui/tag.tsx'
import type { Library } from './course.ts'
import type { Finding } from './finding.ts'
import { sourceId } from './links.ts'
import { WholeCheck, WholePractice, WholeQuestion } from './PreviewParts.tsx'
import { previewWords } from './previewWords.ts'
import { ReviewCard, type ReviewCardProps } from './ReviewCard.tsx'
import { type BlockProps, Sections } from './SectionBlocks.tsx'
import { SourceList } from './SourceList.tsx'

type Props = ReviewCardProps & {
  library: Library
  findings: readonly Finding[]
  blocks: Omit<BlockProps, 'lang' | 'linkFor' | 'renderCheck'>
}

/** Everything of a course on one page, answers and all, for whoever writes, teaches or reviews it. */
export const PreviewPage = (props: Props) => {
  const { library, course, findings, lang } = props
  const say = previewWords[lang]
  /** Each text cites by numbers of its own, so links lead to its own list. */
  const blocks = (of: string): BlockProps => ({
    ...props.blocks,
    lang,
    linkFor: (link) =>
      (link.to === 'source' ? `#${sourceId(link.number, of)}` : `#${link.to}-${link.id}`) as Path,
    renderCheck: (check, how) => <WholeCheck {...{ check, lang }} {...how} />,
  })
  const sources = (keys: readonly string[], of: string) => (
    <SourceList keys={keys} sources={library.sources} lang={lang} of={of} />
  )
  return (
    <>
      <PageHead
        title={course.title}
        titleLang="en"
        over={say.over}
        lead={say.lead(course.version, course.fingerprint.slice(0, 12))}
      />
      {lang === 'en' ? null : <p>{say.english}</p>}
      <ReviewCard {...props} />
      <Findings findings={findings} lang={lang} />
      <Contents {...props} />
      <Sections sections={course.intro} of="intro-" {...blocks('course')} />
      <Section title={say.objectives}>
        <ul lang="en">
          {course.objectives.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      </Section>
      {course.lessons.map((lesson) => (
        <article class="stack whole" id={`lesson-${lesson.id}`} key={lesson.id}>
          <h2 lang="en">
            {lesson.id.slice(0, 2)} · {lesson.title}
          </h2>
          <Sections sections={lesson.sections} of={`${lesson.id}-`} level={3} {...blocks(lesson.id)} />
          {sources(lesson.sources, lesson.id)}
        </article>
      ))}
      <Part id="practice" title={say.practice} shown={course.practice.length > 0}>
        {course.practice.map((practice) => (
          <WholePractice practice={practice} lang={lang} key={practice.id} />
        ))}
      </Part>
      <Part id="bank" title={say.bank} shown={course.bank.length > 0}>
        <p>{say.bankLead(course.bank.length, course.test?.questions ?? 0)}</p>
        {course.bank.map((question) => (
          <WholeQuestion question={question} lang={lang} key={question.id} />
        ))}
      </Part>
      <Part id="handouts" title={say.handouts} shown={course.handouts.length > 0}>
        {course.handouts.map(({ id, title, sections, sources: cited, es }) => (
          <article class="stack" id={`handout-${id}`} key={id}>
            <h3 class="text-title" lang="en">
              {title}
            </h3>
            <Sections sections={sections} of={`${id}-`} level={4} {...blocks(id)} />
            {es === null ? null : (
              <>
                <h3 class="text-title" lang="es">
                  {es.title}
                </h3>
                <Sections sections={es.sections} of={`${id}-es-`} level={4} {...blocks(id)} textLang="es" />
              </>
            )}
            {sources(cited, id)}
          </article>
        ))}
      </Part>
      {course.facilitator === null ? null : (
        <Part id="facilitator" title={say.facilitator} shown>
          <p>{say.facilitatorLead(course.facilitator.hours, course.facilitator.skills.join(', '))}</p>
          <Sections
            sections={course.facilitator.sections}
            of="facilitator-"
            level={3}
            {...blocks('course')}
          />
        </Part>
      )}
      <Section title={say.sources}>{sources(course.sources, 'course')}</Section>
    </>
  )
}

type PartProps = { id: string; title: string; shown: boolean; children?: Child }

const Part = ({ id, title, shown, children }: PartProps) =>
  shown ? (
    <section class="stack whole" id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  ) : null

const Contents = ({ course, lang }: Pick<Props, 'course' | 'lang'>) => {
  const say = previewWords[lang]
  const parts = [
    ['practice', say.practice, course.practice.length > 0],
    ['bank', say.bank, course.bank.length > 0],
    ['handouts', say.handouts, course.handouts.length > 0],
    ['facilitator', say.facilitator, course.facilitator !== null],
  ] as const
  return (
    <nav class="stack" aria-label={say.contents}>
      <h2>{say.contents}</h2>
      <ul>
        {course.lessons.map(({ id, title }) => (
          <li key={id}>
            <a href={`#lesson-${id}`} lang="en">
              {title}
            </a>
          </li>
        ))}
        {parts.map(([id, title, shown]) =>
          shown ? (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ) : null,
        )}
      </ul>
    </nav>
  )
}

const tones = { error: 'bad', warning: 'amber', note: 'neutral' } as const

const Findings = ({ findings, lang }: Pick<Props, 'findings' | 'lang'>) => {
  const say = previewWords[lang]
  return (
    <Section title={say.findings}>
      <p>{findings.length === 0 ? say.findingsNone : say.findingsLead}</p>
      <ul>
        {findings.map(({ severity, file, line, says }) => (
          <li key={`${file}${line}${says}`}>
            <Tag tone={tones[severity]}>{say.severity[severity]}</Tag>{' '}
            <span lang="en">
              <code>{`${file}:${line}`}</code> {says}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
