import { incidentWords } from '../incident/index.ts'
import type { Agency, Region } from '../region/index.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/card.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { Select } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { near } from '../ui/moment.ts'
import { PageHead } from '../ui/pageHead.tsx'
import { type ActivationFilter, type ActivationRow, activationStates } from './activationFilter.ts'
import { boardWords } from './boardWords.ts'
import { bookingTeamWords } from './bookingTeamWords.ts'
import { bookingKindWords } from './bookingWords.ts'
import { activationPaths } from './paths.ts'
import type { PlanState } from './planState.ts'
import { StageTag } from './StageTag.tsx'

type Props = {
  region: Region
  now: Temporal.Instant
  lang: Language
  rows: readonly ActivationRow[]
  /** Of those that run. */
  plans: readonly PlanState[]
  agencies: readonly Agency[]
  filter: ActivationFilter
}

export const ActivationList = ({ region, now, lang, rows, plans, agencies, filter }: Props) => {
  const say = boardWords[lang]
  const any = { value: '', label: say.any }
  const narrowed = filter.state !== null || filter.agency !== null || filter.about !== null
  const words = bookingTeamWords[lang]
  return (
    <>
      <PageHead title={say.listTitle} lead={say.listLead} />
      <form method="get" action={activationPaths.activations(region.slug)}>
        <Select
          name="state"
          label={say.state}
          lang={lang}
          value={filter.state ?? ''}
          options={[any, ...activationStates.map((value) => ({ value, label: stateWords(lang)[value] }))]}
        />
        <Select
          name="agency"
          label={say.filterAgency}
          lang={lang}
          value={filter.agency ?? ''}
          options={[any, ...agencies.map((agency) => ({ value: agency.id, label: agency.name }))]}
        />
        <Select
          name="about"
          label={words.about}
          lang={lang}
          value={filter.about ?? ''}
          options={[
            any,
            { value: 'incident', label: words.incidents },
            { value: 'booking', label: words.bookings },
          ]}
        />
        <Button>{say.filter}</Button>
      </form>
      <DataTable
        caption={say.listTitle}
        captionHidden
        columns={[{ label: say.activation }, { label: say.what }, { label: say.when }, { label: say.state }]}
        empty={
          <EmptyState title={narrowed ? say.noneFits : say.listEmptyTitle}>
            {narrowed ? say.noneFitsLead : say.listEmpty}
          </EmptyState>
        }
        rows={rows.map((row) => ({
          key: row.activation.id,
          cells: [
            <a href={activationPaths.activation(region.slug, row.activation.id)}>
              {String(row.activation.number).padStart(4, '0')}
            </a>,
            whatOf(row, agencies, lang),
            near(row.activation.openedAt, now, region.timeZone, lang),
            <StageTag
              activation={row.activation}
              plans={plans.filter((plan) => plan.activationId === row.activation.id)}
              {...{ now, lang }}
            />,
          ],
        }))}
      />
    </>
  )
}

function whatOf(
  { activation, incident }: ActivationRow,
  agencies: readonly Agency[],
  lang: Language,
): string {
  if (incident !== null) return `${incidentWords[lang].kind[incident.kind]}, ${incident.town}`
  const agency = agencies.find((one) => one.id === activation.booking.agencyId)
  return [bookingKindWords[lang][activation.booking.kind], agency?.name ?? []].flat().join(', ')
}

function stateWords(lang: Language) {
  const say = boardWords[lang]
  return { call_back: say.callBack, running: say.running, ended: say.ended }
}
