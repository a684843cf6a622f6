import type { Child } from 'hono/jsx'
import type { Href, Path } from './path.ts'

/** `danger` is for what can't be taken back. */
export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger'

type Props = {
  look?: ButtonLook
  /** The full width of its column, as answers are. */
  wide?: boolean
  children?: Child
}
const classes = (look: ButtonLook, wide: boolean) => `btn ${look}${wide ? ' wide' : ''}`

type ButtonProps = Props & {
  name?: string | undefined
  value?: string | undefined
  formaction?: Path | undefined
  /** Saves or sends without the browser's own check of the fields. */
  unchecked?: boolean
}

export const Button = (props: ButtonProps) => (
  <button
    type="submit"
    class={classes(props.look ?? 'plain', props.wide ?? false)}
    name={props.name}
    value={props.value}
    formaction={props.formaction}
    formnovalidate={props.unchecked ?? false}
  >
    {props.children}
  </button>
)

export const LinkButton = ({ href, look = 'plain', wide = false, children }: Props & { href: Href }) => (
  <a class={classes(look, wide)} href={href}>
    {children}
  </a>
)

/** Buttons that belong together: beside each other, and below each other on a phone. */
export const Actions = ({ children }: { children?: Child }) => <div class="actions">{children}</div>
