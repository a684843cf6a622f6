import { type Discipline, disciplines, disciplineWords, type Region } from '../region/index.ts'
import { Actions, Button, LinkButton } from '../ui/button.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import { Checkbox, Field, Select } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { talkPaths } from './paths.ts'
import { answerTimes, livedCodes, type PeerProfile } from './peer.ts'
import { answerTimeWords, livedWords, talkPageWords } from './talkWords.ts'

export type ProfileView = {
  readonly region: Region
  readonly profile: PeerProfile
  /** Nobody looks for them: a seeker may let them read along. */
  readonly professional: boolean
  /** Names of agencies where they serve. */
  readonly agencies: readonly string[]
  readonly disciplines: readonly Discipline[]
  readonly languages: readonly string[]
}
type Props = { lang: Language; view: ProfileView; errors: readonly FieldError[]; kept: boolean }

/** What a peer shows to whoever looks for one: each thing is theirs to say or not. */
export const ProfilePage = ({ lang, view, errors, kept }: Props) => {
  const { region, profile, professional } = view
  const say = talkPageWords[lang]
  const names = new Intl.DisplayNames([lang], { type: 'language', fallback: 'code' })
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  return (
    <>
      <PageHead title={say.profileTitle} lead={professional ? say.shownAlong : say.profileLead} />
      <ErrorSummary lang={lang} errors={errors} />
      {kept ? (
        <Notice tone="ok" live>
          {say.kept}
        </Notice>
      ) : null}
      <form class="stack" method="post" action={talkPaths.profile(region.slug)} novalidate>
        <Field
          name="shownAs"
          label={say.shownAs}
          hint={say.shownAsHint}
          required
          autocomplete="off"
          maxlength={40}
          value={profile.shownAs}
          error={errorOf('shownAs')}
        />
        <Select
          name="discipline"
          label={say.discipline}
          required
          lang={lang}
          value={profile.discipline}
          error={errorOf('discipline')}
          options={disciplines
            .filter((one) => view.disciplines.includes(one))
            .map((one) => ({ value: one, label: disciplineWords[lang][one] }))}
        />
        <Select
          name="agency"
          label={say.agency}
          lang={lang}
          value={profile.agency ?? 'none'}
          options={[
            { value: 'none', label: say.agencyNone },
            ...view.agencies.map((name) => ({ value: name, label: name })),
          ]}
        />
        <Boxes
          field="languages"
          legend={say.languages}
          error={errorOf('languages')}
          of={view.languages.map((code) => ({ code, label: names.of(code) ?? code }))}
          ticked={profile.languages}
        />
        <Boxes
          field="lived"
          legend={say.livedPick}
          hint={say.livedHint}
          of={livedCodes.map((code) => ({ code, label: livedWords[lang][code] }))}
          ticked={profile.lived}
        />
        <Boxes
          field="answers"
          legend={say.answersPick}
          of={answerTimes.map((code) => ({ code, label: answerTimeWords[lang][code] }))}
          ticked={profile.answers}
        />
        <Checkbox
          name="published"
          label={professional ? say.publishedAlong : say.published}
          checked={profile.published}
        />
        <Actions>
          <Button look="primary">{say.keep}</Button>
          <LinkButton look="quiet" href={talkPaths.conversations(region.slug)}>
            {say.title}
          </LinkButton>
        </Actions>
      </form>
    </>
  )
}

type BoxesProps = {
  field: string
  legend: string
  hint?: string
  error?: string | undefined
  of: readonly { readonly code: string; readonly label: string }[]
  ticked: readonly string[]
}

const Boxes = ({ field, legend, hint, error, of, ticked }: BoxesProps) => (
  <fieldset class={error === undefined ? 'field' : 'field wrong'} id={`f-${field}`}>
    <legend>{legend}</legend>
    {hint === undefined ? null : <p class="hint">{hint}</p>}
    {error === undefined ? null : <p class="error">{error}</p>}
    <div class="choices boxes">
      {of.map(({ code, label }) => (
        <label class="choice" key={code}>
          <input type="checkbox" name={`${field}_${code}`} value="yes" checked={ticked.includes(code)} />
          <span>{label}</span>
        </label>
      ))}
    </div>
  </fieldset>
)
