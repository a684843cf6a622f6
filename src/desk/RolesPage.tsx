import { roleWords } from '../identity/index.ts'
import type { Role } from '../platform/actor.ts'
import type { AccountId, AgencyId } from '../platform/ids.ts'
import { Actions, Button, LinkButton } from '../ui/button.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { ErrorSummary } from '../ui/errorSummary.tsx'
import { DefinitionList } from '../ui/facts.tsx'
import type { Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { deskPaths } from './paths.ts'
import { rolesWords } from './rolesWords.ts'

export type Holder = {
  readonly id: AccountId
  readonly name: string
  readonly role: Role
  /** For which agency they speak. */
  readonly agency: { readonly id: AgencyId; readonly name: string } | null
  readonly own: boolean
  /** Nobody else administers the region. */
  readonly last: boolean
}

/** "agency contact: Harbor Fire". */
function roleOf({ role, agency }: Holder, lang: Language): string {
  const name = roleWords[lang][role]
  return agency === null ? name : `${name}: ${agency.name}`
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

type Props = {
  lang: Language
  slug: string
  holders: readonly Holder[]
  /** Why the last step was refused. */
  failed: string | null
  taken: boolean
}

export const RolesPage = ({ lang, slug, holders, failed, taken }: Props) => {
  const say = rolesWords[lang]
  const person = ({ name, own }: Holder) => (own ? say.you(name) : name)
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      <ErrorSummary lang={lang} errors={failed === null ? [] : [{ field: null, message: failed }]} />
      {taken ? (
        <Notice tone="ok" live>
          {say.taken}
        </Notice>
      ) : null}
      <DataTable
        caption={say.title}
        captionHidden
        columns={[{ label: say.person }, { label: say.role }, { label: say.step }]}
        rows={holders.map((one) => ({
          key: `${one.id} ${one.role} ${one.agency?.id ?? ''}`,
          cells: [
            person(one),
            capital(roleOf(one, lang)),
            one.last ? (
              say.last
            ) : (
              <LinkButton
                look="quiet"
                href={deskPaths.roleEnd(slug, { account: one.id, role: one.role, agency: one.agency?.id })}
              >
                {say.take}
                <span class="unseen"> {say.takeOf(roleOf(one, lang), person(one))}</span>
              </LinkButton>
            ),
          ],
        }))}
      />
    </>
  )
}

/** The step between: what goes, what stays, and a way back. */
export const RoleEndPage = ({ lang, slug, holder }: { lang: Language; slug: string; holder: Holder }) => {
  const say = rolesWords[lang]
  return (
    <>
      <PageHead title={say.sureTitle} />
      <DefinitionList
        facts={[
          { term: say.from, detail: holder.own ? say.you(holder.name) : holder.name },
          { term: say.role, detail: capital(roleOf(holder, lang)) },
        ]}
      />
      <p>{holder.own ? say.endsOwn : say.ends}</p>
      {holder.role === 'duty_coordinator' ? <p>{holder.own ? say.shiftsOwn : say.shifts}</p> : null}
      <p>{holder.own ? say.staysOwn : say.stays}</p>
      <form method="post" action={deskPaths.roleEnd(slug)}>
        <input type="hidden" name="account" value={holder.id} />
        <input type="hidden" name="role" value={holder.role} />
        {holder.agency === null ? null : <input type="hidden" name="agency" value={holder.agency.id} />}
        <Actions>
          <Button look="danger">{say.sure}</Button>
          <LinkButton look="quiet" href={deskPaths.roles(slug)}>
            {say.keep}
          </LinkButton>
        </Actions>
      </form>
    </>
  )
}
