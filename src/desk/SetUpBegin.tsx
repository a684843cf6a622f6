import { newRegionFields, states, timeZones } from '../region/index.ts'
import { Actions, Button, LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import { DefinitionList } from '../ui/facts.tsx'
import { Field, Select } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import type { Path } from '../ui/path.ts'
import { deskPaths } from './paths.ts'
import { SetUpFrame, SetUpStrip, type SetUpView, stepOver } from './SetUpFrame.tsx'
import { setUpWords } from './setUpWords.ts'

export type Typed = Readonly<Record<string, string>>

/** Without the link: where it stands. */
export const DoorPage = ({ view, empty, wrong }: { view: SetUpView; empty: boolean; wrong: boolean }) => {
  const say = setUpWords[view.lang]
  const title = empty ? say.emptyTitle : say.doorTitle
  const errors = wrong ? [{ field: 'link', message: say.notOpen }] : []
  return (
    <SetUpFrame view={view} title={title}>
      <PageHead title={title} lead={empty ? say.emptyLead : say.doorLead} />
      <p>{say.where}</p>
      <ErrorSummary lang={view.lang} errors={errors} />
      <form class="stack" method="post" action={deskPaths.setUpDoor()} novalidate>
        <Field
          name="link"
          label={say.pasted}
          hint={say.pastedHint}
          error={errors[0]?.message}
          autocomplete="off"
          required
        />
        <Actions>
          <Button look="primary">{say.goOn}</Button>
        </Actions>
      </form>
    </SetUpFrame>
  )
}

type ChoiceProps = {
  view: SetUpView
  token: string
  /** Why the demonstration isn't offered: it needs an empty installation, and one that sends no mail. */
  demonstration: 'offered' | 'not_empty' | 'sends_mail'
}

export const ChoicePage = ({ view, token, demonstration }: ChoiceProps) => {
  const say = setUpWords[view.lang]
  return (
    <SetUpFrame view={view} title={say.chooseTitle}>
      <PageHead title={say.chooseTitle} lead={say.chooseLead} />
      <Card title={say.setUp}>
        <p>{say.setUpLine}</p>
        <Actions>
          <LinkButton look="primary" href={deskPaths.setUpRegion(token)}>
            {say.setUp}
          </LinkButton>
        </Actions>
      </Card>
      {demonstration === 'not_empty' ? null : (
        <Card title={say.demonstration}>
          <p>{say.demonstrationLine}</p>
          {demonstration === 'sends_mail' ? (
            <Notice>{say.demonstrationMails}</Notice>
          ) : (
            <form class="stack" method="post" action={deskPaths.setUpDemonstration(token)}>
              <p class="muted">{say.demonstrationThen}</p>
              <Actions>
                <Button>{say.demonstration}</Button>
              </Actions>
            </form>
          )}
        </Card>
      )}
    </SetUpFrame>
  )
}

type StepProps = { view: SetUpView; token: string; typed: Typed; errors: readonly FieldError[] }

/** The first step asks by address, not by post: the second shows it again, and the way back keeps it. */
export const RegionPage = ({ view, token, typed, errors }: StepProps) => {
  const { lang } = view
  const say = setUpWords[lang]
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  return (
    <SetUpFrame view={view} title={say.regionTitle}>
      <SetUpStrip lang={lang} step="region" />
      <PageHead over={stepOver(lang, 'region')} title={say.regionTitle} lead={say.regionLead} />
      <ErrorSummary lang={lang} errors={errors} />
      <form class="stack" method="get" action={deskPaths.setUpYou(token)} novalidate>
        <Field
          name="name"
          label={say.name}
          hint={say.nameHint}
          required
          autocomplete="off"
          maxlength={80}
          value={typed.name}
          error={errorOf('name')}
        />
        <Field
          name="slug"
          label={say.slug}
          hint={say.slugHint}
          required
          autocomplete="off"
          maxlength={40}
          value={typed.slug}
          error={errorOf('slug')}
        />
        <Select
          name="state"
          label={say.state}
          hint={say.stateHint}
          required
          lang={lang}
          value={typed.state}
          error={errorOf('state')}
          options={Object.entries(states).map(([value, label]) => ({ value, label }))}
        />
        <Select
          name="timeZone"
          label={say.timeZone}
          required
          lang={lang}
          value={typed.timeZone}
          error={errorOf('timeZone')}
          options={timeZones.map((value) => ({ value, label: zoneLabel(value, lang) }))}
        />
        <Field
          name="teamPhone"
          type="tel"
          label={say.teamPhone}
          hint={say.teamPhoneHint}
          required
          autocomplete="off"
          maxlength={30}
          value={typed.teamPhone}
          error={errorOf('teamPhone')}
        />
        <Actions>
          <Button look="primary" unchecked>
            {say.next}
          </Button>
        </Actions>
      </form>
    </SetUpFrame>
  )
}

type YouProps = StepProps & { mail: boolean }

/** Who sets it up. Only here something is written, all of it at once. */
export const YouPage = ({ view, token, typed, errors, mail }: YouProps) => {
  const { lang } = view
  const say = setUpWords[lang]
  return (
    <SetUpFrame view={view} title={say.youTitle}>
      <SetUpStrip lang={lang} step="you" />
      <PageHead over={stepOver(lang, 'you')} title={say.youTitle} lead={say.youLead} />
      <ErrorSummary lang={lang} errors={errors} />
      <Card title={typed.name}>
        <DefinitionList
          facts={[
            { term: say.slug, detail: `/${typed.slug}` },
            { term: say.state, detail: states[typed.state as keyof typeof states] },
            { term: say.timeZone, detail: zoneLabel(typed.timeZone!, lang) },
            { term: say.teamPhone, detail: typed.teamPhone },
          ]}
        />
        <Actions>
          <LinkButton look="quiet" href={regionAgain(token, typed)}>
            {say.change}
          </LinkButton>
        </Actions>
      </Card>
      {mail ? null : <Notice tone="amber">{say.noMail}</Notice>}
      <form class="stack" method="post" action={deskPaths.setUpYou(token)} novalidate>
        {newRegionFields.map((field) => (
          <input type="hidden" name={field} value={typed[field]} key={field} />
        ))}
        <Field
          name="email"
          type="email"
          label={say.email}
          hint={say.emailHint}
          required
          autocomplete="email"
          inputmode="email"
          maxlength={254}
          value={typed.email}
          error={errors.find((error) => error.field === 'email')?.message}
        />
        <Actions>
          <Button look="primary">{say.make}</Button>
        </Actions>
      </form>
    </SetUpFrame>
  )
}

export const NotOpenPage = ({ view }: { view: SetUpView }) => {
  const say = setUpWords[view.lang]
  return (
    <SetUpFrame view={view} title={say.doorTitle}>
      <PageHead title={say.doorTitle} />
      <Notice live>{say.notOpen}</Notice>
      <Actions>
        <LinkButton href={deskPaths.setUpDoor()}>{say.again}</LinkButton>
      </Actions>
    </SetUpFrame>
  )
}

function regionAgain(token: string, typed: Typed): Path {
  const kept = new URLSearchParams(newRegionFields.map((field) => [field, typed[field] ?? '']))
  return `${deskPaths.setUpRegion(token)}?${kept}` as Path
}

/** "Eastern Time (New York)". */
function zoneLabel(timeZone: string, lang: Language): string {
  const parts = new Intl.DateTimeFormat(lang, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(0)
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone
  return `${name} (${timeZone.split('/').at(-1)!.replaceAll('_', ' ')})`
}
