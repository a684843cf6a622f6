import type { Child } from 'hono/jsx'
import { Tag, type Tone } from './tag.tsx'

/** `coming` said yes, `filled` is taken and settled, `waiting` was asked, `open` has nobody yet. */
export type SeatState = 'coming' | 'waiting' | 'open' | 'filled'
const tones: Record<SeatState, Tone> = { coming: 'ok', filled: 'ok', waiting: 'amber', open: 'neutral' }

type SeatProps = {
  /** "DM"; left out, the seat shows a question mark. */
  initials?: string | undefined
  name: string
  line?: string | undefined
  state: SeatState
  /** The state in words, for colour and outline are never the only sign. */
  status: string
  note?: Child
}

/** A place in a team: solid when somebody comes, dashed while we wait, empty when open. */
export const Seat = ({ initials, name, line, state, status, note }: SeatProps) => (
  <li class={`seat ${state}`}>
    <span class="seat-who">
      <span class="seat-badge" aria-hidden="true">
        {initials ?? '?'}
      </span>
      <b>{name}</b>
    </span>
    {line === undefined ? null : <span class="muted">{line}</span>}
    <Tag tone={tones[state]}>{status}</Tag>
    {note === undefined ? null : <span class="muted">{note}</span>}
  </li>
)

/** The team as seats side by side. */
export const SeatBench = ({ label, children }: { label: string; children?: Child }) => (
  <ul class="bench" aria-label={label}>
    {children}
  </ul>
)
