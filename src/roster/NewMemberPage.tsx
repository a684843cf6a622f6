import { type Agency, disciplines, disciplineWords, type Region } from '../region/index.ts'
import { Actions, Button, LinkButton } from '../ui/button.tsx'
import { Fieldset } from '../ui/choices.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import { Checkbox, Field, Select } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { PageHead } from '../ui/pageHead.tsx'
import { memberWords } from './memberWords.ts'
import { languagesOffered } from './newMember.ts'
import { rosterPaths } from './paths.ts'
import { rankBands } from './rank.ts'
import { memberRoles } from './role.ts'
import { rankWords, roleWords } from './words.ts'

type Props = {
  region: Region
  agencies: readonly Agency[]
  lang: Language
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[]
}

/** Somebody new, with nothing on file yet: the rest is added on their page. */
export const NewMemberPage = ({ region, agencies, lang, typed, errors }: Props) => {
  const say = memberWords[lang]
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  const names = new Intl.DisplayNames([lang], { type: 'language' })
  const line = (name: 'name' | 'email' | 'town', type: 'text' | 'email' = 'text') => (
    <Field
      name={name}
      label={say[name]}
      type={type}
      required
      autocomplete="off"
      maxlength={name === 'email' ? 254 : 80}
      value={typed[name]}
      error={errorOf(name)}
    />
  )
  return (
    <>
      <PageHead title={say.newTitle} lead={say.newLead} />
      <ErrorSummary lang={lang} errors={errors} />
      <form class="stack" method="post" action={rosterPaths.newMember(region.slug)} novalidate>
        {line('name')}
        {line('email', 'email')}
        <Select
          name="role"
          label={say.role}
          required
          lang={lang}
          value={typed.role}
          error={errorOf('role')}
          options={memberRoles.map((role) => ({ value: role, label: roleWords[lang][role] }))}
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
        <Select
          name="rank"
          label={say.rank}
          required
          lang={lang}
          value={typed.rank}
          error={errorOf('rank')}
          options={rankBands.map((rank) => ({ value: rank, label: rankWords[lang][rank] }))}
        />
        {line('town')}
        <Boxes
          legend={say.disciplines}
          field="disciplines"
          error={errorOf('disciplines')}
          typed={typed}
          options={disciplines.map((code) => ({ code, label: disciplineWords[lang][code] }))}
        />
        <Boxes
          legend={say.languages}
          field="languages"
          error={errorOf('languages')}
          typed={typed}
          options={languagesOffered.map((code) => ({ code, label: names.of(code) ?? code }))}
        />
        <Actions>
          <Button look="primary">{say.add}</Button>
          <LinkButton look="quiet" href={rosterPaths.roster(region.slug)}>
            {memberWords[lang].back}
          </LinkButton>
        </Actions>
      </form>
    </>
  )
}

type BoxesProps = {
  legend: string
  field: string
  error: string | undefined
  typed: Readonly<Record<string, string>>
  options: readonly { readonly code: string; readonly label: string }[]
}

/** An error leads to the first box, which carries the field's own name as its id. */
const Boxes = ({ legend, field, error, typed, options }: BoxesProps) => (
  <Fieldset legend={legend}>
    {error === undefined ? null : (
      <p class="error" id={`f-${field}`} tabindex={-1}>
        {error}
      </p>
    )}
    <div class="choices boxes">
      {options.map(({ code, label }) => (
        <Checkbox
          key={code}
          name={`${field}_${code}`}
          label={label}
          checked={typed[`${field}_${code}`] !== undefined}
        />
      ))}
    </div>
  </Fieldset>
)
