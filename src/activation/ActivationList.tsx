import { type CriticalIncident, incidentWords } from '../incident/index.ts'
import type { Region } from '../region/index.ts'
import { EmptyState } from '../ui/card.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import type { Language } from '../ui/language.ts'
import { near } from '../ui/moment.ts'
import { PageHead } from '../ui/pageHead.tsx'
import { Tag } from '../ui/tag.tsx'
import type { ActivationRecord } from './activationRecord.ts'
import { boardWords } from './boardWords.ts'
import { activationPaths } from './paths.ts'

type Row = { readonly activation: ActivationRecord; readonly incident: CriticalIncident }
type Props = { region: Region; now: Temporal.Instant; lang: Language; rows: readonly Row[] }

export const ActivationList = ({ region, now, lang, rows }: Props) => {
  const say = boardWords[lang]
  return (
    <>
      <PageHead title={say.listTitle} lead={say.listLead} />
      <DataTable
        caption={say.listTitle}
        captionHidden
        columns={[{ label: say.activation }, { label: say.what }, { label: say.when }, { label: say.state }]}
        empty={<EmptyState title={say.listEmptyTitle}>{say.listEmpty}</EmptyState>}
        rows={rows.map(({ activation, incident }) => ({
          key: activation.id,
          cells: [
            <a href={activationPaths.activation(region.slug, activation.id)}>
              {String(activation.number).padStart(4, '0')}
            </a>,
            `${incidentWords[lang].kind[incident.kind]}, ${incident.town}`,
            near(activation.openedAt, now, region.timeZone, lang),
            <StateTag activation={activation} lang={lang} />,
          ],
        }))}
      />
    </>
  )
}

const StateTag = ({ activation, lang }: { activation: ActivationRecord; lang: Language }) => {
  const say = boardWords[lang]
  if (activation.outcome !== null) return <Tag>{say.ended}</Tag>
  return activation.contact === null ? (
    <Tag tone="amber">{say.callBack}</Tag>
  ) : (
    <Tag tone="ok">{say.running}</Tag>
  )
}
