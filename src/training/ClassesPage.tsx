import type { Child } from 'hono/jsx'
import { Actions, Button, LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import type { Language } from '../ui/language.ts'
import { PageHead, Section } from '../ui/pageHead.tsx'
import type { Path } from '../ui/path.ts'
import { Tag } from '../ui/tag.tsx'
import { heldPlaces, seated, seatsLeft, waiting } from './class.ts'
import type { ClassesView, ShownClass } from './classesView.ts'
import { classWords } from './classWords.ts'
import { Meetings, StateTag } from './Meetings.tsx'
import { trainingPaths } from './paths.ts'
import { StudyLinks } from './StudyLinks.tsx'

type Props = {
  view: ClassesView
  lang: Language
  errors: readonly FieldError[]
  /** All classes as a calendar that anybody may subscribe to. */
  calendar: Path
}

/** What is coming: one's own places, what one may join, and what one keeps. */
export const ClassesPage = (props: Props) => {
  const { view, lang, errors, calendar } = props
  const say = classWords[lang]
  const { slug } = view.region
  return (
    <>
      <PageHead
        title={say.title}
        lead={say.lead}
        aside={
          view.keeps === 'none' ? undefined : (
            <LinkButton look="primary" href={trainingPaths.newClass(slug)}>
              {say.plan}
            </LinkButton>
          )
        }
      />
      <ErrorSummary lang={lang} errors={errors} />
      <StudyLinks region={view.region} lang={lang} current="classes" />
      {view.keeps === 'none' ? null : <Kept {...props} />}
      {view.keeps !== 'none' && !view.enrolled && view.own.length === 0 ? null : <Own {...props} />}
      <p>
        <a href={calendar}>{say.calendar}</a>
      </p>
    </>
  )
}

const Own = ({ view, lang }: Props) => {
  const say = classWords[lang]
  const { slug } = view.region
  return (
    <>
      <Section title={say.own}>
        {view.own.length === 0 ? <p class="muted">{say.ownNone}</p> : null}
        {view.own.map((one) => (
          <OneClass one={one} view={view} lang={lang} key={one.id}>
            <p>
              {one.state === 'planned' ? (
                <Tag tone={one.has === 'seat' ? 'ok' : 'amber'}>
                  {one.has === 'seat' ? say.seatYours : say.inLine(one.has)}
                </Tag>
              ) : (
                <StateTag state={one.state} lang={lang} />
              )}
            </p>
            <Actions>
              {one.state === 'planned' ? (
                <form method="post" action={trainingPaths.place(slug, one.id)}>
                  <input type="hidden" name="leave" value="yes" />
                  <Button look="quiet">{say.leave}</Button>
                </form>
              ) : null}
              {one.mayEvaluate ? (
                <LinkButton href={trainingPaths.evaluation(slug, one.id)}>{say.evaluate}</LinkButton>
              ) : null}
            </Actions>
          </OneClass>
        ))}
      </Section>
      <Section title={say.open}>
        {view.open.length === 0 ? (
          <p class="muted">{view.enrolled ? say.openNone : say.notEnrolled}</p>
        ) : null}
        {view.open.map((one) => {
          const left = seatsLeft(one)
          return (
            <OneClass one={one} view={view} lang={lang} key={one.id}>
              <p>{left === 0 ? say.full : say.seatsLeft(left)}</p>
              <form method="post" action={trainingPaths.place(slug, one.id)}>
                <input type="hidden" name="enrolment" value={one.enrolmentId} />
                <Actions>
                  <Button>{left === 0 ? say.joinLine : say.join}</Button>
                </Actions>
              </form>
            </OneClass>
          )
        })}
      </Section>
    </>
  )
}

const OneClass = ({
  one,
  view,
  lang,
  children,
}: {
  one: ShownClass
  view: ClassesView
  lang: Language
  children?: Child
}) => (
  <Card>
    <h3 class="text-title" lang="en">
      {one.title}
    </h3>
    <p>{one.place}</p>
    <Meetings of={one} timeZone={view.region.timeZone} lang={lang} />
    {children}
  </Card>
)

const Kept = ({ view, lang }: Props) => {
  const say = classWords[lang]
  return (
    <Section title={view.keeps === 'all' ? say.all : say.taught}>
      <Rows view={view} lang={lang} caption={say.title} rows={view.kept} />
      {view.earlier.length === 0 ? null : (
        <details>
          <summary>{say.earlier}</summary>
          <Rows view={view} lang={lang} caption={say.earlier} rows={view.earlier} />
        </details>
      )}
    </Section>
  )
}

const Rows = ({
  view,
  lang,
  caption,
  rows,
}: Pick<Props, 'view' | 'lang'> & { caption: string; rows: readonly ShownClass[] }) => {
  const say = classWords[lang]
  const withName = view.keeps === 'all'
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { label: say.course },
        { label: say.when },
        { label: say.place },
        ...(withName ? [{ label: say.instructor }] : []),
        { label: say.seats },
        { label: say.state },
      ]}
      rows={rows.map((one) => {
        const places = heldPlaces(one)
        const line = waiting(places).length
        return {
          key: one.id,
          cells: [
            <a href={trainingPaths.class(view.region.slug, one.id)} lang="en">
              {one.title}
            </a>,
            <Meetings of={one} timeZone={view.region.timeZone} lang={lang} />,
            one.place,
            ...(withName ? [one.taughtBy ?? '–'] : []),
            `${say.taken(seated(places).length, one.seats)}${line === 0 ? '' : `, ${say.waitingCount(line)}`}`,
            <StateTag state={one.state} lang={lang} />,
          ],
        }
      })}
      empty={<p class="muted">{say.keptNone}</p>}
    />
  )
}
