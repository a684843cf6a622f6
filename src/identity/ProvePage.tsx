import type { Child } from 'hono/jsx'
import { Actions, Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { ErrorSummary } from '../ui/errorSummary.tsx'
import { Field } from '../ui/inputs.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { type Held, heldText } from './held.ts'
import { PasskeyCard, PasskeyScript } from './PasskeyCard.tsx'
import { passkeyWords } from './passkeyWords.ts'
import { identityPaths } from './paths.ts'
import { proofWords } from './proofWords.ts'
import { Frame, type View } from './SignInPages.tsx'

export type ProofState = {
  readonly passkeys: boolean
  readonly app: boolean
  /** A form that waits to be sent; `lost`: it held a file. */
  readonly held: Held | 'lost' | null
  readonly tried: 'wrong' | 'wait' | null
  readonly name: string
  readonly nameWrong: boolean
}

type Props = { view: View; nonce: string; state: ProofState }

export const HeldField = ({ held }: { held: ProofState['held'] }) =>
  held === null || held === 'lost' ? null : <input type="hidden" name="held" value={heldText(held)} />

/** One more proof, by what this person has set up. */
export const ProvePage = ({ view, nonce, state }: Props) => {
  const { lang } = view
  const say = proofWords[lang]
  const error = state.tried === null ? undefined : say[state.tried]
  return (
    <Frame view={view} title={say.proveTitle}>
      <PageHead title={say.proveTitle} lead={say.proveLead} />
      <HeldNote {...{ view, state }} />
      <ErrorSummary lang={lang} errors={error === undefined ? [] : [{ field: 'code', message: error }]} />
      {state.passkeys ? (
        <PasskeyCard
          lang={lang}
          kind="use"
          challenge={identityPaths.proofChallenge()}
          action={identityPaths.proofPasskey()}
          button={say.usePasskey}
        >
          <HeldField held={state.held} />
        </PasskeyCard>
      ) : null}
      {state.app ? (
        <form class="stack" method="post" action={identityPaths.proof()} novalidate>
          <HeldField held={state.held} />
          <Field
            name="code"
            label={say.code}
            hint={say.codeHint}
            error={error}
            autocomplete="one-time-code"
            maxlength={20}
            required
          />
          <Actions>
            <Button look={state.passkeys ? 'plain' : 'primary'}>{say.prove}</Button>
          </Actions>
        </form>
      ) : (
        <noscript>
          <Notice tone="amber">{passkeyWords[lang].script}</Notice>
        </noscript>
      )}
      <details>
        <summary>{say.lost}</summary>
        <p>{say.lostHow}</p>
      </details>
      <PasskeyScript chrome={view.chrome} nonce={nonce} />
    </Frame>
  )
}

/** Nothing is set up yet, and something has to be. */
export const EnrolPage = ({ view, nonce, state }: Props) => {
  const say = proofWords[view.lang]
  return (
    <Frame view={view} title={say.enrolTitle}>
      <PageHead title={say.enrolTitle} lead={say.enrolLead} />
      <HeldNote {...{ view, state }} />
      <NewPasskey {...{ view, state }} />
      <form method="post" action={identityPaths.app()}>
        <HeldField held={state.held} />
        <Button wide>{say.useAppAlone}</Button>
      </form>
      <PasskeyScript chrome={view.chrome} nonce={nonce} />
    </Frame>
  )
}

/** The form that makes a passkey. */
export const NewPasskey = ({ view, state }: Omit<Props, 'nonce'>) => {
  const say = passkeyWords[view.lang]
  const error = state.nameWrong ? say.nameWrong : undefined
  return (
    <>
      <ErrorSummary
        lang={view.lang}
        errors={error === undefined ? [] : [{ field: 'name', message: error }]}
      />
      <PasskeyCard
        lang={view.lang}
        kind="new"
        challenge={identityPaths.passkeyChallenge()}
        action={identityPaths.passkeys()}
        button={say.make}
      >
        <HeldField held={state.held} />
        <Field
          name="name"
          label={say.name}
          hint={say.nameHint}
          error={error}
          value={state.name}
          autocomplete="off"
          maxlength={60}
          required
        />
      </PasskeyCard>
      <noscript>
        <Notice>{say.script}</Notice>
      </noscript>
    </>
  )
}

const HeldNote = ({ view, state }: Omit<Props, 'nonce'>) => {
  const say = proofWords[view.lang]
  if (state.held === null) return null
  return state.held === 'lost' ? <Notice tone="amber">{say.notHeld}</Notice> : <Notice>{say.held}</Notice>
}

/** What was carried here, one press before it is sent. */
export const SendPage = ({ view, held }: { view: View; held: Held }) => {
  const say = proofWords[view.lang]
  return (
    <Frame view={view} title={say.sendTitle}>
      <PageHead title={say.sendTitle} lead={say.sendLead} />
      <HeldForm held={held}>
        <Button look="primary" wide>
          {say.send}
        </Button>
      </HeldForm>
    </Frame>
  )
}

const HeldForm = ({ held, children }: { held: Held; children?: Child }) => (
  <form method="post" action={held.action}>
    {held.fields.map(([name, value], index) =>
      // A browser would make a newline of what a field of one line holds into nothing.
      value.includes('\n') ? (
        <textarea key={index} name={name} hidden>{`\n${value}`}</textarea>
      ) : (
        <input key={index} type="hidden" name={name} value={value} />
      ),
    )}
    {children}
  </form>
)

/** The ten codes, once. */
export const CodesPage = ({
  view,
  codes,
  held,
}: {
  view: View
  codes: readonly string[]
  held: Held | null
}) => {
  const say = proofWords[view.lang]
  return (
    <Frame view={view} title={say.codesTitle}>
      <PageHead title={say.codesTitle} lead={say.codesLead} />
      <Card>
        <ol>
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
      </Card>
      <form method="post" action={identityPaths.onwards()}>
        <HeldField held={held} />
        <Button look="primary" wide>
          {say.printed}
        </Button>
      </form>
    </Frame>
  )
}
