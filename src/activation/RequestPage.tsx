import type { Child } from 'hono/jsx'
import { affectedRoles, incidentKinds, incidentWords } from '../incident/index.ts'
import type { Agency, Region } from '../region/index.ts'
import { Button } from '../ui/button.tsx'
import { Fieldset, RadioCards } from '../ui/choices.tsx'
import type { Chrome } from '../ui/chrome.ts'
import { ErrorSummary, RequiredNote } from '../ui/errorSummary.tsx'
import { DateTimeField, Field, NumberField, Select } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import type { Path } from '../ui/path.ts'
import { tel } from '../ui/path.ts'
import { PublicPage } from '../ui/publicPage.tsx'
import { activationPaths } from './paths.ts'
import { countField, type Fields, type FormError } from './requestForm.ts'
import { requestWords } from './words.ts'

export type PublicFrame = {
  readonly chrome: Chrome
  readonly region: Region
  readonly lang: Language
  readonly home: Path
  readonly leaveHref: Path
}

const inLanguage = (path: Path, lang: Language): Path =>
  lang === 'en' ? path : (`${path}?lang=${lang}` as Path)

type Props = { frame: PublicFrame; agencies: readonly Agency[]; typed: Fields; errors: readonly FormError[] }

/** Door two: eight facts, no free text, nothing preselected. Works without script; keeps what was typed. */
export const RequestPage = ({ frame, agencies, typed, errors }: Props) => {
  const { lang, region } = frame
  const words = requestWords[lang]
  const incident = incidentWords[lang]
  const errorOf = (field: string) => {
    const found = errors.find((error) => error.field === field)
    return found === undefined ? undefined : words[found.word]
  }
  const action = inLanguage(activationPaths.request(region.slug), lang)
  return (
    <RequestFrame frame={frame} title={words.title}>
      <PageHead title={words.title} lead={words.lead} />
      <p>
        {words.phoneFirst} <a href={tel(region.teamPhone)}>{region.teamPhone}</a>
      </p>
      <ErrorSummary
        lang={lang}
        errors={errors.map((error) => ({ field: error.field, message: words[error.word] }))}
      />
      <form method="post" action={action} novalidate>
        <input type="hidden" name="key" value={typed.key} />
        <Notice tone="info">{words.noNames}</Notice>
        <RequiredNote lang={lang} />
        <Fieldset legend={words.legendWhat}>
          <Select
            name="kind"
            label={words.kind}
            required
            lang={lang}
            value={typed.kind}
            error={errorOf('kind')}
            options={incidentKinds.map((kind) => ({ value: kind, label: incident.kind[kind] }))}
          />
          <DateTimeField
            name="occurredAt"
            label={words.occurredAt}
            required
            value={typed.occurredAt}
            zone={zoneName(region.timeZone)}
            error={errorOf('occurredAt')}
          />
          <Field
            name="town"
            label={words.town}
            required
            maxlength={80}
            value={typed.town}
            error={errorOf('town')}
          />
          <RadioCards
            name="over"
            label={words.over}
            required
            inline
            value={typed.over}
            error={errorOf('over')}
            options={[
              { value: 'yes', label: words.overYes },
              { value: 'no', label: words.overNo },
            ]}
          />
          <DateTimeField
            name="overAt"
            label={words.overAt}
            hint={words.overAtHint}
            value={typed.overAt}
            zone={zoneName(region.timeZone)}
            error={errorOf('overAt')}
          />
        </Fieldset>
        <Fieldset legend={words.legendWho} hint={words.countHint}>
          <Select
            name="agency"
            label={words.agency}
            required
            lang={lang}
            value={typed.agency}
            error={errorOf('agency')}
            options={agencies.map((agency) => ({ value: agency.id, label: agency.name }))}
          />
          <div class="counts">
            {affectedRoles.map((role) => (
              <NumberField
                key={role}
                name={countField(role)}
                label={incident.role[role]}
                min={1}
                max={5000}
                value={typed[countField(role)]}
                error={errorOf(countField(role))}
              />
            ))}
          </div>
        </Fieldset>
        <Fieldset legend={words.legendYou}>
          <Field
            name="requesterName"
            label={words.requesterName}
            required
            autocomplete="name"
            maxlength={80}
            value={typed.requesterName}
            error={errorOf('requesterName')}
          />
          <Field
            name="callbackPhone"
            label={words.callbackPhone}
            required
            type="tel"
            autocomplete="tel"
            inputmode="tel"
            value={typed.callbackPhone}
            error={errorOf('callbackPhone')}
          />
        </Fieldset>
        <Button look="primary" wide>
          {words.send}
        </Button>
      </form>
    </RequestFrame>
  )
}

export const ReceivedPage = ({ frame }: { frame: PublicFrame }) => {
  const words = requestWords[frame.lang]
  return (
    <RequestFrame frame={frame} title={words.receivedTitle}>
      <PageHead title={words.receivedTitle} lead={words.received} />
      <Notice tone="ok" live>
        {words.phoneFirst} <a href={tel(frame.region.teamPhone)}>{frame.region.teamPhone}</a>
      </Notice>
      <p>{words.receivedNext}</p>
      <p>
        <a href={frame.home}>{words.back}</a>
      </p>
    </RequestFrame>
  )
}

const RequestFrame = ({
  frame,
  title,
  children,
}: {
  frame: PublicFrame
  title: string
  children?: Child
}) => {
  const other: Language = frame.lang === 'en' ? 'es' : 'en'
  return (
    <PublicPage
      title={title}
      lang={frame.lang}
      region={frame.region.name}
      home={frame.home}
      stylesheet={frame.chrome.publicStylesheet}
      help={frame.chrome.help}
      leaveHref={frame.leaveHref}
      languageSwitch={{
        href: inLanguage(activationPaths.request(frame.region.slug), other),
        label: other === 'es' ? 'Español' : 'English',
      }}
    >
      {children}
    </PublicPage>
  )
}

function zoneName(timeZone: string): string {
  return timeZone.split('/').at(-1)!.replaceAll('_', ' ')
}
