import type { Child } from 'hono/jsx'
import { gateWords } from '../roster/index.ts'
import { DataTable } from '../ui/dataTable.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import type { Language } from '../ui/language.ts'
import { day } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead, Section } from '../ui/pageHead.tsx'
import { Tag, type Tone } from '../ui/tag.tsx'
import { CheckedClaims } from './CheckedClaims.tsx'
import type { WayLine } from './dutyWay.ts'
import { Around } from './InEnglish.tsx'
import { learnWords } from './learnWords.ts'
import { trainingPaths } from './paths.ts'
import { StudyLinks } from './StudyLinks.tsx'
import { WayStep } from './WayStep.tsx'
import { WayWhy } from './WayWhy.tsx'
import type { WayView } from './wayView.ts'
import { wayWords } from './wayWords.ts'

export type WayProps = {
  readonly view: WayView
  readonly lang: Language
  /** Whether they look at themselves; else a coordinator looks. */
  readonly own: boolean
}
type CourseOf = WayView['way']['courses'][number]

type PageProps = WayProps & {
  readonly errors: readonly FieldError[]
  /** The paper whose form came back, with what is wrong about the ground. */
  readonly wrong?: { readonly id: string; readonly message: string } | undefined
}

/** Everything between somebody and being called out. */
export const WayPage = ({ errors, wrong, ...props }: PageProps) => {
  const { view, lang, own } = props
  const { way, law, region } = view
  const say = wayWords[lang]
  return (
    <>
      <PageHead title={own ? say.title : say.titleOf(view.name ?? '–')} lead={own ? say.lead : say.leadOf} />
      <ErrorSummary errors={errors} lang={lang} />
      {own ? <StudyLinks region={region} lang={lang} current="way" /> : null}
      <Notice tone={way.goes ? 'ok' : 'amber'} title={way.goes ? say.goes(own) : say.stays(way.open)}>
        {way.goes ? <p>{way.until === null ? say.goesOn : say.goesUntil(day(way.until, lang))}</p> : null}
        <p>{law === null ? say.noLaw : say.law(law.certifiedBy.join(' / '), law.citation)}</p>
      </Notice>
      {way.courses.map((course) => (
        <Section key={course.id} title={<Around say={say.course} english={course.course.title} />}>
          <p>
            <Tag>{course.asked ? say.asked : say.offered}</Tag>
          </p>
          <Lines
            {...props}
            lines={course.lines}
            of={course}
            title={<Around say={say.course} english={course.course.title} />}
          />
        </Section>
      ))}
      <Section title={say.papers}>
        {way.papers.length === 0 ? (
          <p class="muted">{say.noPapers}</p>
        ) : (
          <Lines {...props} lines={way.papers} of={null} title={say.papers} />
        )}
        {own ? (
          <p>
            <a href={trainingPaths.claims(region.slug)}>{say.papersOwn}</a>
          </p>
        ) : null}
      </Section>
      {own || view.checked.length === 0 ? null : (
        <CheckedClaims {...{ region, lang, wrong }} claims={view.checked} self={view.self} />
      )}
      <Section title={say.team}>
        <Lines {...props} lines={way.team} of={null} title={say.team} />
      </Section>
      <Continued {...props} />
      {own ? null : (
        <p>
          <a href={trainingPaths.training(region.slug)}>← {say.back}</a>
        </p>
      )}
    </>
  )
}

const Continued = (props: WayProps) => {
  const { view, lang, own } = props
  if (view.continued === null) return null
  const { year, lines, short } = view.continued
  const say = wayWords[lang]
  const span = ({ from, until }: typeof year) =>
    [day(from, lang), day(until.subtract({ days: 1 }), lang)] as const
  return (
    <Section title={say.continued}>
      <p>{say.continuedYear(...span(year))}</p>
      <Lines {...props} lines={lines} of={null} title={say.continued} />
      {short === null ? null : <p>{say.continuedShort(...span(short))}</p>}
      <p class="muted">
        {say.continuedFree(own)} {view.asked.yearlyByText === null ? null : say.continuedRenewal}
      </p>
    </Section>
  )
}

const tones: Record<WayLine['state'], Tone> = {
  done: 'ok',
  open: 'neutral',
  ends: 'amber',
  not_needed: 'neutral',
}

type LinesProps = WayProps & {
  readonly lines: readonly WayLine[]
  readonly of: CourseOf | null
  readonly title: Child
}

const Lines = ({ lines, of, title, ...props }: LinesProps) => {
  const { lang } = props
  const say = wayWords[lang]
  return (
    <DataTable
      caption={title}
      captionHidden
      columns={[{ label: say.what }, { label: say.state }, { label: say.source }, { label: say.next }]}
      rows={lines.map((line) => ({
        key: `${line.code} ${line.of.join(' ')}`,
        cells: [
          whatOf(line, props),
          <div>
            <Tag tone={line.bars ? 'amber' : tones[line.state]}>
              {line.state === 'ends' && line.until !== null
                ? say.endsOn(day(line.until, lang))
                : line.state === 'not_needed' && of !== null
                  ? say.offeredShort
                  : say.states[line.state]}
            </Tag>
            {line.state === 'done' && line.until !== null ? (
              <span class="muted small"> {say.until(day(line.until, lang))}</span>
            ) : null}
          </div>,
          <WayWhy {...props} line={line} of={of} />,
          <WayStep {...props} line={line} of={of} />,
        ],
      }))}
    />
  )
}

function whatOf({ code, of, amount }: WayLine, { lang, own }: WayProps) {
  const say = wayWords[lang]
  const learn = learnWords[lang]
  switch (code) {
    case 'practice':
    case 'test':
    case 'room':
    case 'skills':
    case 'continued_training':
    case 'continued_on_the_job':
    case 'review':
    case 'lessons':
      return (
        <>
          {code === 'lessons' ? say.lessons : learn.steps[code]}{' '}
          {amount === null ? null : (
            <span class="muted small">
              {code === 'lessons'
                ? learn.sections(amount.have, amount.of)
                : learn.stepOf(code, amount.have, amount.of)}
            </span>
          )}
        </>
      )
    case 'member':
      return own ? say.member : say.memberOf
    case 'clearance':
    case 'course_certificate':
      return say[code]
    default:
      return of.length === 0 ? gateWords[lang][code] : say.of(gateWords[lang][code], of.join(' / '))
  }
}
