import type { Child } from 'hono/jsx'
import { Actions, Button, LinkButton } from '../ui/button.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import type { Path } from '../ui/path.ts'

type Props = {
  over: string
  title: string
  /** What follows from it. */
  lead: string
  action: Path
  /** Sent with the decision. */
  fields: Readonly<Record<string, string>>
  button: string
  back: { readonly href: Path; readonly label: string }
  children?: Child
}

/** Asked once more before something that can't be taken back. */
export const SurePage = ({ over, title, lead, action, fields, button, back, children }: Props) => (
  <>
    <PageHead over={over} title={title} lead={lead} />
    {children}
    <form method="post" action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      <Actions>
        <Button look="danger">{button}</Button>
        <LinkButton look="quiet" href={back.href}>
          {back.label}
        </LinkButton>
      </Actions>
    </form>
  </>
)
