import type { AgencyId } from '../platform/ids.ts'
import { Actions, Button } from '../ui/button.tsx'
import { RadioCards } from '../ui/choices.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import type { FieldError } from '../ui/errorSummary.tsx'
import { Field, NumberField, Select } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { day } from '../ui/moment.ts'
import { Section } from '../ui/pageHead.tsx'
import { entryModes } from './enrolment.ts'
import { codeState } from './entry.ts'
import type { KeptView } from './keepView.ts'
import { keepWords } from './keepWords.ts'
import { limits } from './limits.ts'
import { trainingPaths } from './paths.ts'
import { codeStateWords, entryLines, entryWords } from './recordWords.ts'
import { seatsWords } from './seatsWords.ts'
import { TakeBackForm } from './TakeBackForm.tsx'

export type FormProps = {
  view: KeptView
  lang: Language
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[]
  agencyName: (id: AgencyId | null) => string | null
}

const errorIn = (errors: readonly FieldError[], field: string) =>
  errors.find((error) => error.field === field)?.message

/** Whoever wants to, whom a coordinator says yes to, or nobody without a code. */
export const EntryForm = ({ view, lang, typed, errors }: FormProps) => {
  const say = keepWords[lang]
  return (
    <form
      class="stack"
      method="post"
      action={trainingPaths.entry(view.region.slug, view.course.id)}
      novalidate
    >
      <RadioCards
        name="mode"
        label={say.entry}
        value={typed.mode ?? view.mode}
        error={errorIn(errors, 'mode')}
        options={entryModes.map((value) => ({
          value,
          label: entryWords[lang][value],
          line: entryLines[lang][value],
        }))}
        required
      />
      <Actions>
        <Button>{say.keep}</Button>
      </Actions>
    </form>
  )
}

export const Codes = ({ view, lang, typed, errors, agencyName }: FormProps) => {
  const say = keepWords[lang]
  const { slug } = view.region
  const { id } = view.course
  return (
    <Section title={say.codes}>
      <p class="muted">{say.codesLead}</p>
      <DataTable
        caption={say.codes}
        captionHidden
        columns={[say.word, say.used, say.until, say.agency, say.state, say.step].map((label) => ({ label }))}
        rows={view.codes.map((code) => {
          const state = codeState(code, view.today)
          return {
            key: code.id,
            cells: [
              <code>{code.word}</code>,
              say.usedOf(code.used, code.uses),
              day(code.expiresOn, lang),
              agencyName(code.agencyId) ?? say.agencyAny,
              codeStateWords[lang][state],
              state === 'open' || state === 'used' ? (
                <form method="post" action={trainingPaths.codeEnd(slug, id, code.id)} novalidate>
                  <Button look="quiet">
                    {say.endCode} <span class="unseen">{code.word}</span>
                  </Button>
                </form>
              ) : (
                '–'
              ),
            ],
          }
        })}
        empty={<p class="muted">{say.codesNone}</p>}
      />
      <form class="stack" method="post" action={trainingPaths.codes(slug, id)} novalidate>
        <NumberField
          name="uses"
          label={say.uses}
          hint={say.usesHint}
          value={typed.uses}
          error={errorIn(errors, 'uses')}
          max={limits.codeUses}
          required
        />
        <Field
          name="expires"
          label={say.expires}
          type="date"
          value={typed.expires}
          error={errorIn(errors, 'expires')}
          required
        />
        <Select
          name="agency"
          label={say.codeAgency}
          hint={say.codeAgencyHint}
          lang={lang}
          value={typed.agency}
          error={errorIn(errors, 'agency')}
          options={view.agencies.map((one) => ({ value: one.id, label: one.name }))}
        />
        <Actions>
          <Button>{say.makeCode}</Button>
        </Actions>
      </form>
    </Section>
  )
}

export const AgencySeats = ({ view, lang, typed, errors, agencyName }: FormProps) => {
  const say = keepWords[lang]
  return (
    <Section title={say.seats}>
      <p class="muted">{say.seatsLead}</p>
      <DataTable
        caption={say.seats}
        captionHidden
        columns={[{ label: say.agency }, { label: say.taken }]}
        rows={view.seats.map((one) => ({
          key: one.agencyId,
          cells: [agencyName(one.agencyId), say.usedOf(one.taken, one.seats)],
        }))}
        empty={<p class="muted">{say.seatsNone}</p>}
      />
      <SeatsWaiting {...{ view, lang, agencyName }} />
      <form
        class="stack"
        method="post"
        action={trainingPaths.seats(view.region.slug, view.course.id)}
        novalidate
      >
        <Select
          name="seatAgency"
          label={say.agency}
          lang={lang}
          value={typed.seatAgency}
          error={errorIn(errors, 'seatAgency')}
          options={view.agencies.map((one) => ({ value: one.id, label: one.name }))}
          required
        />
        <NumberField
          name="seats"
          label={say.seatCount}
          hint={say.seatCountHint}
          value={typed.seats}
          error={errorIn(errors, 'seats')}
          max={limits.agencySeats}
          required
        />
        <Actions>
          <Button>{say.giveSeats}</Button>
        </Actions>
      </form>
    </Section>
  )
}

/** Whom contacts named and who did not come: a mistyped address is found here, and its seat taken back. */
const SeatsWaiting = ({ view, lang, agencyName }: Pick<FormProps, 'view' | 'lang' | 'agencyName'>) => {
  const say = seatsWords[lang]
  if (view.seatsWaiting.length === 0) return null
  return (
    <DataTable
      caption={say.waitingTitle}
      columns={[say.person, keepWords[lang].agency, say.state, say.step].map((label) => ({ label }))}
      rows={view.seatsWaiting.map((one) => ({
        key: one.id,
        cells: [
          one.name,
          agencyName(one.agencyId),
          say.waiting(one.email),
          <TakeBackForm
            action={trainingPaths.seatTakenBack(view.region.slug, view.course.id, one.id)}
            course={view.course.id}
            of={one}
            lang={lang}
          />,
        ],
      }))}
    />
  )
}
