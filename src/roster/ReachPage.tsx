import type { Reach } from '../messaging/index.ts'
import type { Region } from '../region/index.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { RadioCards } from '../ui/choices.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import { Checkbox, Field } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { type Device, DevicesCard } from './DevicesCard.tsx'
import { deviceWords } from './deviceWords.ts'
import { rosterPaths } from './paths.ts'
import { reachWords } from './reachWords.ts'

type Props = {
  lang: Language
  region: Region
  reach: Reach
  /** A code was sent and not typed back yet. */
  proof: { readonly phone: string } | null
  /** This installation can text and telephone. */
  phones: boolean
  devices: readonly Device[]
  /** What a browser binds its agreement to. */
  publicKey: string
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[]
  /** What was just done; null: nothing. */
  news: 'kept' | 'sent' | null
}

/** Ways of being reached, and the proof that a number is theirs. */
export const ReachPage = (props: Props) => {
  const { lang, region, reach, typed, errors } = props
  const say = reachWords[lang]
  return (
    <>
      <PageHead over={region.name} title={say.title} lead={say.lead} />
      <p>
        {say.alone(region.name)} <a href={rosterPaths.hears(region.slug)}>{say.hears}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      {props.news === null ? null : (
        <Notice tone="ok" live>
          {props.news === 'kept' ? say.kept : deviceWords[lang].sent}
        </Notice>
      )}
      {props.phones ? <Phone {...props} /> : <Notice>{say.noPhones}</Notice>}
      <DevicesCard {...props} />
      <Card title={say.ways}>
        <form method="post" action={rosterPaths.reach(region.slug)} novalidate>
          <Checkbox name="byMail" label={say.byMail} checked={on(typed, 'byMail', reach.byMail)} />
          <Checkbox name="byText" label={say.byText} checked={on(typed, 'byText', reach.byText)} />
          <Checkbox name="byCall" label={say.byCall} checked={on(typed, 'byCall', reach.byCall)} />
          <Checkbox
            name="byPush"
            label={say.byPush}
            checked={on(typed, 'byPush', reach.byPush && reach.browsers > 0)}
          />
          <p class="muted small">{say.onCallCalls}</p>
          <RadioCards
            name="lang"
            label={say.lang}
            inline
            value={typed.lang ?? reach.lang}
            options={[
              { value: 'en', label: say.english },
              { value: 'es', label: say.spanish },
            ]}
          />
          <Button look="primary">{say.keep}</Button>
        </form>
      </Card>
    </>
  )
}

/** What was typed, once the form came back; else what stands. */
function on(typed: Props['typed'], name: string, stands: boolean): boolean {
  return typed.lang === undefined ? stands : typed[name] !== undefined
}

const Phone = ({ lang, region, reach, proof, typed, errors }: Props) => {
  const say = reachWords[lang]
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  return (
    <Card title={say.phone}>
      {reach.stopped ? <Notice tone="amber">{say.stopped}</Notice> : null}
      <p>{reach.phone !== null && reach.phoneProven ? say.proven(reach.phone) : say.none}</p>
      {proof === null ? null : (
        <form method="post" action={rosterPaths.reachCode(region.slug)} novalidate>
          <Field
            name="code"
            label={say.code}
            hint={say.codeHint(proof.phone)}
            autocomplete="one-time-code"
            inputmode="numeric"
            value={typed.code}
            error={errorOf('code')}
          />
          <Button look="primary">{say.prove}</Button>
        </form>
      )}
      <form method="post" action={rosterPaths.reachPhone(region.slug)} novalidate>
        <Field
          name="phone"
          label={say.number}
          hint={say.numberHint}
          type="tel"
          autocomplete="tel"
          inputmode="tel"
          value={typed.phone}
          error={errorOf('phone')}
        />
        <Actions>
          <Button name="channel" value="text" look={proof === null ? 'primary' : 'plain'}>
            {say.sendText}
          </Button>
          <Button name="channel" value="call">
            {say.sendCall}
          </Button>
        </Actions>
      </form>
      {reach.phone === null ? null : (
        <form method="post" action={rosterPaths.reachRemoval(region.slug)}>
          <Button look="quiet">{say.remove}</Button>
        </form>
      )}
    </Card>
  )
}
