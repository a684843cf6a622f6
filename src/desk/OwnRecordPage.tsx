import { Actions, LinkButton } from '../ui/button.tsx'
import { EmptyState } from '../ui/card.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import type { Language } from '../ui/language.ts'
import { dayAndClock } from '../ui/moment.ts'
import { PageHead } from '../ui/pageHead.tsx'
import type { OwnRecord } from './auditView.ts'
import { auditWords } from './auditWords.ts'
import { doneSaid, rolesSaid } from './entrySaid.ts'
import { deskPaths } from './paths.ts'

type Props = OwnRecord & {
  lang: Language
  /** The ids by which an entry says that they did it themselves. */
  own: readonly (string | null)[]
  before: number | null
}

/** What was done about whoever looks: what, by somebody in which role, when. */
export const OwnRecordPage = ({ lang, region, entries, older, own, before }: Props) => {
  const say = auditWords[lang]
  return (
    <>
      <PageHead title={say.ownTitle} lead={say.ownLead} />
      <DataTable
        caption={say.ownTitle}
        captionHidden
        columns={[{ label: say.what }, { label: say.who }, { label: say.when }]}
        rows={entries.map((entry) => ({
          key: String(entry.number),
          cells: [
            doneSaid(entry, lang),
            entry.actorId !== null && own.includes(entry.actorId) ? say.you : rolesSaid(entry, lang),
            dayAndClock(entry.at, region.timeZone, lang, true),
          ],
        }))}
        empty={<EmptyState title={say.ownNone}>{say.ownNoneLead}</EmptyState>}
      />
      <Actions>
        {before === null ? null : (
          <LinkButton href={deskPaths.ownRecord(region.slug)}>{say.newest}</LinkButton>
        )}
        {older === null ? null : (
          <LinkButton href={deskPaths.ownRecord(region.slug, older)}>{say.older}</LinkButton>
        )}
      </Actions>
    </>
  )
}
