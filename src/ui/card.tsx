import type { Child } from 'hono/jsx'

type Props = { title?: Child; tone?: 'plain' | 'amber' | 'aside'; children?: Child }

/** `amber` only for what needs a hand; `aside` is a quiet promise with a line at its start. */
export const Card = ({ title, tone = 'plain', children }: Props) => (
  <section class={tone === 'plain' ? 'card' : `card ${tone}`}>
    {title === undefined ? null : <h2>{title}</h2>}
    {children}
  </section>
)

/** Says what is not here yet and what to do next. */
export const EmptyState = ({
  title,
  children,
  action,
}: {
  title: string
  children?: Child
  action?: Child
}) => (
  <div class="card empty">
    <h2>{title}</h2>
    {children}
    {action}
  </div>
)
