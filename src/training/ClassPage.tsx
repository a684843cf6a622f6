import { Button } from '../ui/button.tsx'
import { CountTable } from '../ui/countTable.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import { DefinitionList } from '../ui/facts.tsx'
import { NumberField } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { PageHead, Section } from '../ui/pageHead.tsx'
import { AttendanceForm } from './AttendanceForm.tsx'
import type { Came, ClassView } from './classView.ts'
import { classWords } from './classWords.ts'
import { evaluationDays, evaluationQuestions } from './evaluation.ts'
import { limits } from './limits.ts'
import { Meetings, StateTag } from './Meetings.tsx'
import { trainingPaths } from './paths.ts'
import { SignOffForm } from './SignOffForm.tsx'

type Props = { view: ClassView; lang: Language; came: Came | null; errors: readonly FieldError[] }

/** A class as its instructor has it in the room: who comes, who was there, what they showed. */
export const ClassPage = (props: Props) => {
  const { view, lang, errors } = props
  const { one, region } = view
  const say = classWords[lang]
  const goesOn = one.state === 'planned' || one.state === 'running'
  return (
    <>
      <PageHead title={one.title} titleLang="en" aside={<StateTag state={one.state} lang={lang} />} />
      <ErrorSummary lang={lang} errors={errors} />
      <DefinitionList
        facts={[
          { term: say.when, detail: <Meetings of={one} timeZone={region.timeZone} lang={lang} /> },
          { term: say.place, detail: one.place },
          { term: say.instructor, detail: one.taughtBy ?? '–' },
          { term: say.seats, detail: say.taken(view.seated.length, one.seats) },
        ]}
      />
      <Section title={say.who}>
        <Names of={view.seated} none={say.nobody} />
        <h3 class="text-title">{say.waiting}</h3>
        <Names of={view.waiting} none={say.waitingNone} />
        {goesOn ? <MoreSeats {...props} /> : null}
      </Section>
      <InTheRoom {...props} />
      <Found {...props} />
      {goesOn ? (
        <details>
          <summary>{say.cancel}</summary>
          <form method="post" action={trainingPaths.cancellation(region.slug, one.id)}>
            <p>{say.cancelLead}</p>
            <p>
              <Button look="danger">{say.cancelSure}</Button>
            </p>
          </form>
        </details>
      ) : null}
    </>
  )
}

type Named = { readonly enrolmentId: string; readonly name: string }

const Names = ({ of, none }: { of: readonly Named[]; none: string }) =>
  of.length === 0 ? (
    <p class="muted">{none}</p>
  ) : (
    <ol>
      {of.map(({ enrolmentId, name }) => (
        <li key={enrolmentId}>{name}</li>
      ))}
    </ol>
  )

const MoreSeats = ({ view, lang, came, errors }: Props) => {
  const say = classWords[lang]
  const typed = came?.form === 'seats' ? came.typed : null
  return (
    <details open={typed !== null}>
      <summary>{say.moreSeats}</summary>
      <form method="post" action={trainingPaths.classSeats(view.region.slug, view.one.id)} novalidate>
        <NumberField
          name="seats"
          label={say.seats}
          hint={say.moreSeatsHint}
          required
          min={view.one.seats}
          max={limits.classSeats}
          value={typed?.seats ?? view.one.seats}
          error={errors.find((error) => error.field === 'seats')?.message}
        />
        <p>
          <Button>{say.saveSeats}</Button>
        </p>
      </form>
    </details>
  )
}

const InTheRoom = (props: Props) => {
  const { view, lang } = props
  const say = classWords[lang]
  const { cancelledAt } = view.one
  const begun = view.one.meetings.filter(
    ({ startsAt }) =>
      Temporal.Instant.compare(startsAt, view.now) <= 0 &&
      (cancelledAt === null || Temporal.Instant.compare(startsAt, cancelledAt) < 0),
  )
  // Of a class that was cancelled before it began there is nothing to enter.
  if (cancelledAt !== null && begun.length === 0) return null
  return (
    <>
      <Section title={say.attendance}>
        <p class="muted">{say.attendanceLead}</p>
        {view.seated.length === 0
          ? null
          : begun.map((meeting) => <AttendanceForm {...props} meeting={meeting} key={meeting.id} />)}
      </Section>
      <Section title={say.skills}>
        <p class="muted">
          {view.skills.length === 0 ? say.skillsNone : begun.length === 0 ? say.skillsLater : say.skillsLead}
        </p>
        {view.skills.length === 0 || begun.length === 0
          ? null
          : view.seated.map((person) => <SignOffForm {...props} person={person} key={person.enrolmentId} />)}
      </Section>
    </>
  )
}

const Found = ({ view, lang }: Props) => {
  const say = classWords[lang]
  const { evaluation } = view
  if (view.one.state !== 'over') return null
  return (
    <Section title={say.evaluation}>
      {evaluation === null ? (
        <p class="muted">{say.evaluationHidden(view.least, evaluationDays)}</p>
      ) : (
        <CountTable
          caption={say.evaluationAnswers(evaluation.answers)}
          rows={evaluationQuestions.map((question) => ({
            label: say.questions[question],
            count: evaluation.averages[question],
          }))}
        />
      )}
    </Section>
  )
}
