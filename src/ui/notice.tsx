import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icons.tsx'

export type NoticeTone = 'info' | 'amber' | 'ok' | 'bad'
const icons: Record<NoticeTone, IconName> = { info: 'info', amber: 'hand', ok: 'settled', bad: 'refused' }

type Props = {
  tone?: NoticeTone
  title?: string | undefined
  /** Announce it: `polite` for the outcome of what was just done. */
  live?: boolean
  children?: Child
}

/** Done, stale, refused, or good to know; the icon and the words carry it, the colour helps. */
export const Notice = ({ tone = 'info', title, live = false, children }: Props) => (
  <div class={`notice ${tone}`} role={live ? 'status' : undefined}>
    <Icon name={icons[tone]} />
    <div>
      {title === undefined ? null : <b>{title}</b>}
      {children}
    </div>
  </div>
)
