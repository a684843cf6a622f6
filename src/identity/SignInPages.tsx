import type { Child } from 'hono/jsx'
import { BarePage } from '../ui/barePage.tsx'
import { Actions, Button, LinkButton } from '../ui/button.tsx'
import type { Chrome } from '../ui/chrome.ts'
import { ErrorSummary } from '../ui/errorSummary.tsx'
import { Field } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { turnOf } from '../ui/languageSwitch.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import type { Path } from '../ui/path.ts'
import { PasskeyCard, PasskeyScript } from './PasskeyCard.tsx'
import { passkeyWords } from './passkeyWords.ts'
import { identityPaths } from './paths.ts'
import { type IdentityWord, words } from './words.ts'

export type View = { readonly chrome: Chrome; readonly lang: Language }

type FrameProps = {
  view: View
  title: string
  /** Where the other language is, when this page may be opened by its address. */
  here?: Path
  children?: Child
}

export const Frame = ({ view, title, here, children }: FrameProps) => (
  <BarePage
    title={title}
    lang={view.lang}
    stylesheet={view.chrome.teamStylesheet}
    line={words[view.lang].line}
    help={view.chrome.help}
    languageSwitch={turnOf(here ?? null, view.lang)}
  >
    <div class="stack">{children}</div>
  </BarePage>
)

const errorsOf = (field: string, message: string | undefined) =>
  message === undefined ? [] : [{ field, message }]

type AddressProps = { view: View; email: string; wrong: boolean; nonce: string }

export const SignInPage = ({ view, email, wrong, nonce }: AddressProps) => {
  const say = words[view.lang]
  const error = wrong ? say.emailWrong : undefined
  return (
    <Frame view={view} title={say.signIn}>
      <PageHead title={say.signIn} lead={say.signInLead} />
      <PasskeyCard
        lang={view.lang}
        kind="use"
        challenge={identityPaths.signInChallenge()}
        action={identityPaths.signInPasskey()}
        button={passkeyWords[view.lang].signIn}
      />
      <ErrorSummary lang={view.lang} errors={errorsOf('email', error)} />
      <form class="stack" method="post" action={identityPaths.signIn()} novalidate>
        <EmailField view={view} email={email} error={error} hint={say.emailHint} />
        <Actions>
          <Button>{say.sendMail}</Button>
        </Actions>
      </form>
      <PasskeyScript chrome={view.chrome} nonce={nonce} />
    </Frame>
  )
}

type EmailProps = { view: View; email: string; error: string | undefined; hint?: string }

export const EmailField = ({ view, email, error, hint }: EmailProps) => (
  <Field
    name="email"
    type="email"
    label={words[view.lang].email}
    hint={hint}
    error={error}
    value={email}
    autocomplete="email"
    inputmode="email"
    maxlength={254}
    required
  />
)

/** The same for every address. `failed` keeps what was typed. */
export const CodePage = ({ view, code, failed }: { view: View; code: string; failed: boolean }) => {
  const say = words[view.lang]
  const error = failed ? say.notOpen : undefined
  return (
    <Frame view={view} title={say.codeTitle}>
      <PageHead title={say.codeTitle} lead={say.codeLead} />
      <p>{say.codeLead2}</p>
      <ErrorSummary lang={view.lang} errors={errorsOf('code', error)} />
      <form class="stack" method="post" action={identityPaths.signInCode()} novalidate>
        <Field
          name="code"
          label={say.code}
          hint={say.codeHint}
          error={error}
          value={code}
          autocomplete="one-time-code"
          maxlength={20}
          required
        />
        <Actions>
          <Button look="primary">{say.signIn}</Button>
          <LinkButton href={identityPaths.signIn()} look="quiet">
            {say.askAgain}
          </LinkButton>
        </Actions>
      </form>
    </Frame>
  )
}

/** Opened from the mail. Looking at it does nothing: mail scanners look too. */
export const LinkPage = ({ view, token }: { view: View; token: string }) => {
  const say = words[view.lang]
  return (
    <Frame view={view} title={say.linkTitle}>
      <PageHead title={say.linkTitle} lead={say.linkLead} />
      <form method="post" action={identityPaths.signInLink(token)}>
        <Button look="primary" wide>
          {say.signIn}
        </Button>
      </form>
    </Frame>
  )
}

export const PasskeyRefused = ({ view, again }: { view: View; again: Path }) => {
  const say = passkeyWords[view.lang]
  return (
    <Frame view={view} title={say.refusedTitle}>
      <PageHead title={say.refusedTitle} />
      <Notice tone="bad">{say.refused}</Notice>
      <Actions>
        <LinkButton href={again}>{say.again}</LinkButton>
      </Actions>
    </Frame>
  )
}

type MessageProps = { view: View; heading: IdentityWord; text: IdentityWord; again: IdentityWord | null }

/** Something that did not work, said calmly, with the way on. */
export const MessagePage = ({ view, heading, text, again }: MessageProps) => {
  const say = words[view.lang]
  return (
    <Frame view={view} title={say[heading]}>
      <PageHead title={say[heading]} />
      <Notice live>{say[text]}</Notice>
      {again === null ? null : (
        <Actions>
          <LinkButton href={identityPaths.signIn()}>{say[again]}</LinkButton>
        </Actions>
      )}
    </Frame>
  )
}
