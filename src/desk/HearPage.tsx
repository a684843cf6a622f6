import { identityPaths } from '../identity/index.ts'
import type { AgencyId } from '../platform/ids.ts'
import type { Agency, Policy, Region } from '../region/index.ts'
import { askedFor, rosterPaths } from '../roster/index.ts'
import { Actions, Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/card.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { Checkbox } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead, Section } from '../ui/pageHead.tsx'
import { hearWords } from './hearWords.ts'

export type AskedFor = (typeof askedFor)[number]
export type HearView = {
  readonly region: Region
  readonly policy: Pick<Policy, 'affectedAgency'>
  readonly agencies: readonly Agency[]
  /** Of a member; null: not on the roster. */
  readonly asked: {
    readonly serves: readonly AgencyId[]
    isAsked(agency: AgencyId, what: AskedFor): boolean
  } | null
  /** Of a contact: each agency they speak for, and whether they are mailed. */
  readonly contact: readonly { readonly agencyId: AgencyId; readonly hears: boolean }[]
}
type Props = { lang: Language; view: HearView; kept: boolean }

/** The name of a box: what of which agency. */
export const hearField = (what: AskedFor | 'mail', agency: AgencyId) => `${what}_${agency}`

/** One region, agency by agency: what its owner is asked for, and what they are mailed. */
export const HearPage = (props: Props) => {
  const { lang, view, kept } = props
  const { region } = view
  const say = hearWords[lang]
  const nothing = view.asked === null && view.contact.length === 0
  return (
    <>
      <PageHead title={say.title} lead={say.lead(region.name)} />
      {kept ? (
        <Notice tone="ok" live>
          {say.kept}
        </Notice>
      ) : null}
      {nothing ? (
        <EmptyState title={say.none}>
          <p>{say.noneWhy}</p>
        </EmptyState>
      ) : (
        <form class="stack" method="post" action={rosterPaths.hears(region.slug)}>
          <input type="hidden" name="shown" value={view.agencies.map((agency) => agency.id).join(' ')} />
          <Asked {...props} />
          <Contact {...props} />
          <Actions>
            <Button look="primary">{say.keep}</Button>
          </Actions>
        </form>
      )}
      <Section title={say.further}>
        <ul class="plain">
          <li>
            <a href={rosterPaths.reach(region.slug)}>{say.ways(region.name)}</a>
          </li>
          <li>
            <a href={identityPaths.account()}>{say.others}</a>
          </li>
        </ul>
      </Section>
    </>
  )
}

const Asked = ({ lang, view: { agencies, asked, policy } }: Props) => {
  if (asked === null) return null
  const say = hearWords[lang]
  const own = (agency: Agency) => asked.serves.includes(agency.id)
  // Their own first: of those they hear anyway.
  const ordered = [...agencies.filter(own), ...agencies.filter((agency) => !own(agency))]
  return (
    <Section title={say.asked}>
      <p>{say.askedLead}</p>
      <p class="muted">{policy.affectedAgency === 'block' ? say.atHome : say.atHomeWarned}</p>
      <DataTable
        caption={say.asked}
        captionHidden
        columns={[{ label: say.agency }, ...askedFor.map((what) => ({ label: say.what[what] }))]}
        rows={ordered.map((agency) => ({
          key: agency.id,
          cells: [
            <>
              {agency.name}
              {own(agency) ? (
                <>
                  <br />
                  <span class="muted small">{say.serves}</span>
                </>
              ) : null}
            </>,
            ...askedFor.map((what) => (
              <label class="choice" key={what}>
                <input
                  type="checkbox"
                  name={hearField(what, agency.id)}
                  value="yes"
                  checked={asked.isAsked(agency.id, what)}
                />
                <span>
                  {say.yes}
                  <span class="unseen">
                    : {agency.name}, {say.what[what]}
                  </span>
                </span>
              </label>
            )),
          ],
        }))}
      />
    </Section>
  )
}

const Contact = ({ lang, view: { agencies, contact } }: Props) => {
  if (contact.length === 0) return null
  const say = hearWords[lang]
  const nameOf = new Map(agencies.map((agency) => [agency.id, agency.name]))
  return (
    <Section title={say.calls}>
      <p>{say.callsLead}</p>
      {contact.map(({ agencyId, hears }) => (
        <Checkbox
          key={agencyId}
          name={hearField('mail', agencyId)}
          label={say.mail(nameOf.get(agencyId) ?? '–')}
          checked={hears}
        />
      ))}
    </Section>
  )
}
