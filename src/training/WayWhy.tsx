import { day } from '../ui/moment.ts'
import type { WayLine } from './dutyWay.ts'
import type { WayProps } from './WayPage.tsx'
import type { WayView } from './wayView.ts'
import { wayWords } from './wayWords.ts'

type Props = WayProps & {
  readonly line: WayLine
  readonly of: WayView['way']['courses'][number] | null
}

/** Where a line comes from: a text that was read, the region's policy, or the course's own plan, and never one for another. */
export const WayWhy = ({ line, of, view, lang }: Props) => {
  const say = wayWords[lang]
  const { asked, hours } = view
  if (line.code === 'member') return <Quiet>{say.memberWhy}</Quiet>
  if (line.code === 'clearance') return <Quiet>{say.clearanceWhy}</Quiet>
  if (line.code === 'continued_training' || line.code === 'continued_on_the_job')
    return <WhyContinued view={view} lang={lang} code={line.code} renews={of !== null} />
  if (of === null)
    return (
      <span class="muted small" lang="en">
        {line.source}
      </span>
    )
  switch (line.code) {
    case 'lessons':
    case 'room':
      return hours.length === 0 ? (
        <Quiet>{say.plan(of.course.hours.online, of.course.hours.inPerson)}</Quiet>
      ) : (
        <>
          {hours.map((text) => (
            <Quiet key={text.source}>
              {say.text(text.says[lang], text.source, day(Temporal.PlainDate.from(text.readOn), lang))}
            </Quiet>
          ))}
        </>
      )
    case 'test': {
      const text = asked.texts.find((one) => one.passPercent === asked.passPercent)
      return (
        <Quiet>
          {text === undefined ? say.pass(asked.passPercent) : say.passText(asked.passPercent, text.source)}
        </Quiet>
      )
    }
    case 'review':
      return <Quiet>{say.review}</Quiet>
    case 'course_certificate':
      return <Quiet>{of.asked ? say.ofRegion : say.ofNobody}</Quiet>
    default:
      return <Quiet>{say.ofCourse}</Quiet>
  }
}

type Continued = Pick<Props, 'view' | 'lang'> & {
  readonly code: 'continued_training' | 'continued_on_the_job'
  /** A step of a renewal, which goes by the texts alone; else a line of the ledger's year. */
  readonly renews: boolean
}

const WhyContinued = ({ view, lang, code, renews }: Continued) => {
  const say = wayWords[lang]
  const kind = code === 'continued_training' ? 'training' : 'onTheJob'
  const { texts, yearly, yearlyByText } = view.asked
  const byText = yearlyByText !== null && (renews || yearlyByText[kind] === yearly[kind])
  return (
    <>
      {renews ? <Quiet>{say.twelveMonths}</Quiet> : null}
      {byText ? (
        texts
          .filter((text) => text.yearly !== null)
          .map((text) => (
            <Quiet key={text.source}>
              {say.text(text.says[lang], text.source, day(Temporal.PlainDate.from(text.readOn), lang))}
            </Quiet>
          ))
      ) : renews ? null : (
        <Quiet>{say.ofRegion}</Quiet>
      )}
    </>
  )
}

const Quiet = ({ children }: { children?: string }) => <span class="muted small">{children}</span>
