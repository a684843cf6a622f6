import type { Child } from 'hono/jsx'
import { placeLabels, type WindowTimes, windowScale } from './windowScale.ts'

/** Each as read, with its time: "ideal until 22:20". */
export type WindowLabels = {
  readonly opens: string
  readonly idealUntil: string
  readonly closes: string
  readonly now: string
  readonly session?: string | undefined
}

type Props = WindowTimes & {
  title: string
  /** What matters now: "3 h 40 min to the session", with the zone. */
  summary?: Child
  labels: WindowLabels
  /** Without labels around it, for small places; the list below is then for screen readers only. */
  slim?: boolean
}

const laneHeight = 20
const between = (from: number, to: number) => `${(to - from).toFixed(1)}%`

/**
 * A window as a bar: green while ideal, amber until it closes, blue for the session, a line for now.
 * Places are SVG attributes because our content policy allows no inline style. The list says the same in words; it is
 * what a phone shows, where labels over the bar would collide.
 */
export const WindowBar = ({ title, summary, labels, slim = false, ...times }: Props) => {
  const scale = windowScale(times)
  const { session } = scale
  const placed = placeLabels([
    { text: labels.now, at: scale.now },
    ...(session && labels.session ? [{ text: labels.session, at: session.from + session.width / 2 }] : []),
    { text: labels.idealUntil, at: scale.idealUntil },
    { text: labels.closes, at: scale.closes },
  ])
  const lanes = 1 + Math.max(...placed.map(({ lane }) => lane))
  return (
    <div class={slim ? 'window slim' : 'window'}>
      <p class="window-head">
        <b class="window-title">{title}</b> {summary === undefined ? null : <span>{summary}</span>}
      </p>
      {slim ? null : (
        <svg class="window-labels" width="100%" height={lanes * laneHeight} aria-hidden="true">
          {placed.map((label) => (
            <text
              x={`${label.at}%`}
              y={(lanes - label.lane) * laneHeight - 6}
              text-anchor="middle"
              key={label.text}
            >
              {label.text}
            </text>
          ))}
        </svg>
      )}
      <div class="window-bar">
        <svg class="window-track" aria-hidden="true" width="100%" height="100%">
          <rect
            class="ideal"
            x={`${scale.opens}%`}
            width={between(scale.opens, scale.idealUntil)}
            height="100%"
          />
          <rect
            class="late"
            x={`${scale.idealUntil}%`}
            width={between(scale.idealUntil, scale.closes)}
            height="100%"
          />
          <rect class="edge" x={`${scale.closes}%`} width="2" height="100%" />
          {session ? (
            <rect
              class="session"
              x={`${session.from}%`}
              y="22%"
              width={`${session.width}%`}
              height="56%"
              rx="5"
            />
          ) : null}
        </svg>
        <svg class="window-now" aria-hidden="true" width="100%" height="100%">
          <rect x={`${scale.now}%`} width="3" height="100%" rx="1.5" />
        </svg>
      </div>
      <ul class="window-list">
        <li class="ideal">{labels.opens}</li>
        <li class="now">{labels.now}</li>
        {labels.session === undefined ? null : <li class="session">{labels.session}</li>}
        <li class="ideal">{labels.idealUntil}</li>
        <li class="late">{labels.closes}</li>
      </ul>
    </div>
  )
}
