import { actKinds, actKindWords, anchorText, type Entry, subjectKinds, subjectWords } from '../audit/index.ts'
import { Actions, Button, LinkButton } from '../ui/button.tsx'
import { Card, EmptyState } from '../ui/card.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { DefinitionList } from '../ui/facts.tsx'
import { Field, Select } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { dayAndClock } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { type AuditFilter, auditQuery } from './auditFilter.ts'
import type { AuditView } from './auditView.ts'
import { auditWords } from './auditWords.ts'
import { doneSaid, rolesSaid } from './entrySaid.ts'
import { deskPaths } from './paths.ts'

type Props = AuditView & { lang: Language; filter: AuditFilter }

/** The region's trail: what was done, newest first, and whether its chain holds. */
export const AuditPage = (props: Props) => {
  const { region, lang, filter, entries, older } = props
  const { slug } = region
  const say = auditWords[lang]
  const narrowed = filter.kind !== null || filter.from !== null || filter.until !== null
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      <Chain {...props} />
      <form method="get" action={deskPaths.audit(slug)}>
        <Select
          name="kind"
          label={say.kind}
          lang={lang}
          value={filter.kind ?? ''}
          options={[
            { value: '', label: say.any },
            ...actKinds.map((value) => ({ value, label: actKindWords[lang][value] })),
          ]}
        />
        <Field name="from" type="date" label={say.from} value={filter.from?.toString()} />
        <Field name="until" type="date" label={say.until} value={filter.until?.toString()} />
        <Button>{say.filter}</Button>
      </form>
      <DataTable
        caption={say.title}
        captionHidden
        columns={[{ label: say.what }, { label: say.about }, { label: say.who }, { label: say.when }]}
        rows={entries.map((entry) => ({
          key: String(entry.number),
          cells: [
            doneSaid(entry, lang),
            aboutSaid(entry, props),
            whoSaid(entry, props),
            `${dayAndClock(entry.at, region.timeZone, lang, true)} · ${entry.number}`,
          ],
        }))}
        empty={
          <EmptyState title={narrowed ? say.noneFits : say.none}>
            {narrowed ? say.noneFitsLead : say.noneLead}
          </EmptyState>
        }
      />
      <Actions>
        {filter.before === null ? null : (
          <LinkButton href={deskPaths.audit(slug, auditQuery(filter, null))}>{say.newest}</LinkButton>
        )}
        {older === null ? null : (
          <LinkButton href={deskPaths.audit(slug, auditQuery(filter, older))}>{say.older}</LinkButton>
        )}
      </Actions>
    </>
  )
}

const Chain = ({ region, lang, walk, checked }: Props) => {
  const say = auditWords[lang]
  const { head, broken } = walk
  const kept = head.number - head.retired
  return (
    <Card title={say.chain}>
      {broken === null ? (
        <Notice tone="ok">
          {kept === 0 ? say.empty : checked === kept ? say.holdsAll(kept) : say.holdsNewest(checked, kept)}
        </Notice>
      ) : (
        <Notice tone="bad" title={say.broken(broken.number)}>
          {say.brokenLead}
        </Notice>
      )}
      <DefinitionList
        facts={[
          { term: say.head, detail: String(head.number) },
          { term: say.mark, detail: <code>{anchorText(head)}</code> },
        ]}
      />
      <p class="muted small">{say.chainLead}</p>
      {broken === null && checked < kept ? (
        <Actions>
          <LinkButton href={deskPaths.audit(region.slug, '?check=all')}>{say.checkAll}</LinkButton>
        </Actions>
      ) : null}
    </Card>
  )
}

/** The end of an id is enough to tell two of one kind apart. */
function aboutSaid({ subjectKind, subjectId }: Entry, { lang, names }: Props): string {
  const kind = subjectKinds.find((one) => one === subjectKind)
  const said = kind === undefined ? subjectKind : subjectWords[lang][kind]
  if (subjectId === null) return said
  return `${said} ${names.get(subjectId) ?? `…${subjectId.slice(-6)}`}`
}

function whoSaid(entry: Entry, { lang, names }: Props): string {
  const name = entry.actorId === null ? undefined : names.get(entry.actorId)
  const as = rolesSaid(entry, lang)
  if (name !== undefined) return `${name}, ${as}`
  return entry.actorKind === 'account' ? `${auditWords[lang].gone}, ${as}` : as
}
