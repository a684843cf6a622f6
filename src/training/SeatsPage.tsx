import { Actions, Button } from '../ui/button.tsx'
import { Card, EmptyState } from '../ui/card.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import { Field } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { Around, InEnglish } from './InEnglish.tsx'
import { limits } from './limits.ts'
import type { OwnSeats, OwnSeatsView } from './ownSeats.ts'
import { trainingPaths } from './paths.ts'
import { seatsWords } from './seatsWords.ts'
import { TakeBackForm } from './TakeBackForm.tsx'
import { typedField } from './typedField.ts'

type Props = {
  view: OwnSeatsView
  lang: Language
  /** What was done just now. */
  saved: 'filled' | 'freed' | null
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[]
}

/** Fields of several forms on one page: each is named for its course and its agency. */
export const seatField = (
  name: 'name' | 'email',
  { course, agencyId }: Pick<OwnSeats, 'course' | 'agencyId'>,
) => `${name}-${course.id}-${agencyId}`

/** An agency's contact says who takes its seats. */
export const SeatsPage = (props: Props) => {
  const { view, lang, saved, errors } = props
  const say = seatsWords[lang]
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      <ErrorSummary errors={errors} lang={lang} />
      {saved === null ? null : (
        <Notice tone="ok" live>
          {say[saved]}
        </Notice>
      )}
      <Card tone="aside">
        <p>{say.privacy}</p>
      </Card>
      {view.given.length === 0 ? (
        <EmptyState title={say.none}>
          <p>{say.noneLead}</p>
        </EmptyState>
      ) : null}
      {view.given.map((of) => (
        <Given {...props} of={of} key={seatField('name', of)} />
      ))}
    </>
  )
}

const Given = ({ of, view, lang, typed, errors }: Props & { of: OwnSeats }) => {
  const say = seatsWords[lang]
  const at = typedField(typed, errors)
  const input = (which: 'name' | 'email') => at(seatField(which, of))
  return (
    <Card
      title={
        <>
          <InEnglish>{of.course.title}</InEnglish> · {of.agency}
        </>
      }
    >
      <p>{say.taken(of.taken, of.seats)}</p>
      <DataTable
        caption={<Around say={(title) => say.people(title, of.agency)} english={of.course.title} />}
        captionHidden
        columns={[{ label: say.person }, { label: say.state }, { label: say.step }]}
        rows={[
          ...of.waiting.map((one) => ({
            key: one.id,
            cells: [
              one.name,
              say.waiting(one.email),
              <TakeBackForm
                action={trainingPaths.ownSeatTakenBack(view.region.slug, one.id)}
                course={of.course.id}
                of={one}
                lang={lang}
              />,
            ],
          })),
          ...of.came.map((one) => ({ key: one.enrolmentId, cells: [one.name, say.came, '–'] })),
        ]}
        empty={<p class="muted">{say.nobody}</p>}
      />
      {of.taken >= of.seats ? (
        <p class="muted">{say.full}</p>
      ) : (
        <form class="stack" method="post" action={trainingPaths.ownSeats(view.region.slug)} novalidate>
          <input type="hidden" name="course" value={of.course.id} />
          <input type="hidden" name="agency" value={of.agencyId} />
          <Field {...input('name')} label={say.name} autocomplete="off" maxlength={limits.name} required />
          <Field
            {...input('email')}
            label={say.email}
            hint={say.emailHint}
            type="email"
            autocomplete="off"
            maxlength={limits.email}
            required
          />
          <Actions>
            <Button>{say.send}</Button>
          </Actions>
        </form>
      )}
    </Card>
  )
}
