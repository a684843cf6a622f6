import { Actions, Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/errorSummary.tsx'
import { DefinitionList } from '../ui/facts.tsx'
import { Field } from '../ui/inputs.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import type { Path } from '../ui/path.ts'
import { QrPicture } from '../ui/qrPicture.tsx'
import { inFours } from './base32.ts'
import type { Held } from './held.ts'
import { HeldField } from './ProvePage.tsx'
import { identityPaths } from './paths.ts'
import { proofWords } from './proofWords.ts'
import { Frame, type View } from './SignInPages.tsx'

type Props = {
  view: View
  secret: string
  email: string
  held: Held | null
  tried: 'wrong' | 'wait' | null
}

/** The secret as a picture, as text and as a link: an app takes one of them. */
export const AppPage = ({ view, secret, email, held, tried }: Props) => {
  const say = proofWords[view.lang]
  const link = otpauth(secret, email)
  const error = tried === null ? undefined : tried === 'wait' ? say.wait : say.appWrong
  return (
    <Frame view={view} title={say.appTitle}>
      <PageHead title={say.appTitle} lead={say.appLead} />
      <ErrorSummary
        lang={view.lang}
        errors={error === undefined ? [] : [{ field: 'code', message: error }]}
      />
      <QrPicture text={link} label={say.picture} />
      <DefinitionList facts={[{ term: say.secret, detail: <code>{inFours(secret)}</code> }]} />
      <p>
        <a href={link}>{say.openApp}</a>
      </p>
      <form class="stack" method="post" action={identityPaths.appCode()} novalidate>
        <HeldField held={held} />
        <Field
          name="code"
          label={say.appCode}
          hint={say.appCodeHint}
          error={error}
          autocomplete="one-time-code"
          inputmode="numeric"
          maxlength={10}
          required
        />
        <Actions>
          <Button look="primary">{say.confirm}</Button>
        </Actions>
      </form>
    </Frame>
  )
}

/** As apps read it: https://github.com/google/google-authenticator/wiki/Key-Uri-Format. */
function otpauth(secret: string, email: string): Path {
  return `otpauth://totp/Tailboard:${encodeURIComponent(email)}?secret=${secret}&issuer=Tailboard` as Path
}
