import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/errorSummary.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { identityPaths } from './paths.ts'
import { EmailField, Frame, type View } from './SignInPages.tsx'
import { words } from './words.ts'

type Props = { view: View; token: string; asksEmail: boolean; email: string; wrong: boolean }

export const InvitationPage = ({ view, token, asksEmail, email, wrong }: Props) => {
  const say = words[view.lang]
  const error = wrong ? say.emailWrong : undefined
  return (
    <Frame view={view} title={say.inviteTitle}>
      <PageHead title={say.inviteTitle} lead={asksEmail ? say.firstLead : say.inviteLead} />
      <ErrorSummary
        lang={view.lang}
        errors={error === undefined ? [] : [{ field: 'email', message: error }]}
      />
      <form class="stack" method="post" action={identityPaths.invitation(token)} novalidate>
        {asksEmail ? <EmailField view={view} email={email} error={error} /> : null}
        <Button look="primary" wide>
          {say.accept}
        </Button>
      </form>
    </Frame>
  )
}
