import { roleWords } from '../identity/index.ts'
import type { Role } from '../platform/actor.ts'
import type { Agency, Region } from '../region/index.ts'
import type { Member } from '../roster/index.ts'
import { Actions, Button, LinkButton } from '../ui/button.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import { Field, Select } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { inviteWords } from './inviteWords.ts'
import { deskPaths } from './paths.ts'

type Props = {
  lang: Language
  region: Region
  /** Whom this person may bring in. */
  roles: readonly Role[]
  members: readonly Member[]
  agencies: readonly Agency[]
  errors: readonly FieldError[]
  typed: Readonly<Record<string, string>>
}

/** One address, one role. Nothing tells whether the address has an account already. */
export const InvitePage = ({ lang, region, roles, members, agencies, errors, typed }: Props) => {
  const say = inviteWords[lang]
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      <ErrorSummary lang={lang} errors={errors} />
      <form class="stack" method="post" action={deskPaths.invitations(region.slug)} novalidate>
        <Select
          name="role"
          label={say.role}
          required
          lang={lang}
          value={typed.role}
          error={errorOf('role')}
          options={roles.map((role) => ({ value: role, label: capital(roleWords[lang][role]) }))}
        />
        <Field
          name="email"
          label={say.email}
          hint={say.emailHint}
          required
          type="email"
          autocomplete="off"
          maxlength={254}
          value={typed.email}
          error={errorOf('email')}
        />
        <Select
          name="member"
          label={say.member}
          hint={say.memberHint}
          lang={lang}
          value={typed.member}
          error={errorOf('member')}
          options={members.map((member) => ({ value: member.id, label: member.name }))}
        />
        <Select
          name="agency"
          label={say.agency}
          hint={say.agencyHint}
          lang={lang}
          value={typed.agency}
          error={errorOf('agency')}
          options={agencies.map((agency) => ({ value: agency.id, label: agency.name }))}
        />
        <Actions>
          <Button look="primary">{say.send}</Button>
          <LinkButton look="quiet" href={deskPaths.roster(region.slug)}>
            {say.back}
          </LinkButton>
        </Actions>
      </form>
    </>
  )
}

export const InvitedPage = ({ lang, region }: Pick<Props, 'lang' | 'region'>) => {
  const say = inviteWords[lang]
  return (
    <>
      <PageHead title={say.sentTitle} />
      <Notice>{say.sent}</Notice>
      <Actions>
        <LinkButton href={deskPaths.roster(region.slug)}>{say.back}</LinkButton>
        <LinkButton look="quiet" href={deskPaths.invitations(region.slug)}>
          {say.title}
        </LinkButton>
      </Actions>
    </>
  )
}
