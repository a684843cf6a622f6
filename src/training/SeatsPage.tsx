import { Actions, Button } from '../ui/button.tsx'
import { Card, EmptyState } from '../ui/card.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import { Field } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import type { OwnSeats, OwnSeatsView } from './ownSeats.ts'
import { trainingPaths } from './paths.ts'
import { seatsWords } from './seatsWords.ts'

type Props = {
  view: OwnSeatsView
  lang: Language
  filled: boolean
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
  const { view, lang, filled, errors } = props
  const say = seatsWords[lang]
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      <ErrorSummary errors={errors} lang={lang} />
      {filled ? (
        <Notice tone="ok" live>
          {say.filled}
        </Notice>
      ) : null}
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
  const input = (which: 'name' | 'email') => {
    const name = seatField(which, of)
    return { name, value: typed[name], error: errors.find((error) => error.field === name)?.message }
  }
  return (
    <Card title={`${of.course.title} · ${of.agency}`}>
      <p>{say.taken(of.taken, of.seats)}</p>
      <DataTable
        caption={say.people(of.course.title, of.agency)}
        captionHidden
        columns={[{ label: say.person }, { label: say.state }]}
        rows={of.people.map((one) => ({
          key: one.key,
          cells: [one.name, one.email === null ? say.came : say.waiting(one.email)],
        }))}
        empty={<p class="muted">{say.nobody}</p>}
      />
      {of.taken >= of.seats ? (
        <p class="muted">{say.full}</p>
      ) : (
        <form class="stack" method="post" action={trainingPaths.ownSeats(view.region.slug)} novalidate>
          <input type="hidden" name="course" value={of.course.id} />
          <input type="hidden" name="agency" value={of.agencyId} />
          <Field {...input('name')} label={say.name} autocomplete="off" maxlength={80} required />
          <Field
            {...input('email')}
            label={say.email}
            hint={say.emailHint}
            type="email"
            autocomplete="off"
            maxlength={254}
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
