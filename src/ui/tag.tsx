import type { Child } from 'hono/jsx'

export type Tone = 'amber' | 'ok' | 'bad' | 'neutral'

/** A state in a word or two: amber needs a hand, ok is settled, bad is a hard refusal. */
export const Tag = ({ tone = 'neutral', children }: { tone?: Tone; children?: Child }) => (
  <span class={`tag ${tone}`}>{children}</span>
)

/** Several states of one thing. */
export const Tags = ({ children }: { children?: Child }) => <div class="tags">{children}</div>
