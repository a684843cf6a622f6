import type { Child } from 'hono/jsx'

export type Fact = { readonly term: string; readonly detail: Child }

/** When, where, for whom: terms beside their answers. */
export const DefinitionList = ({ facts }: { facts: readonly Fact[] }) => (
  <dl class="facts">
    {facts.map(({ term, detail }) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd>{detail}</dd>
      </div>
    ))}
  </dl>
)

/** One number with what it counts. */
export const Stat = ({ label, value, note }: { label: string; value: Child; note?: string }) => (
  <dl class="stat">
    <dt>{label}</dt>
    <dd>
      <b>{value}</b>
      {note === undefined ? null : <span class="muted small">{note}</span>}
    </dd>
  </dl>
)

export const Stats = ({ children }: { children?: Child }) => <div class="stats">{children}</div>
