import type { Child } from 'hono/jsx'

export type TimelineEntry = {
  /** Tells entries apart that happened in the same moment. */
  readonly key: string
  /** As read: "15:19". */
  readonly time: string
  /** For machines, ISO 8601: "2026-11-23T20:19:00Z". */
  readonly datetime: string
  readonly what: Child
}

/** What happened, newest first as the caller orders it. */
export const Timeline = ({ entries }: { entries: readonly TimelineEntry[] }) => (
  <ol class="timeline">
    {entries.map((entry) => (
      <li key={entry.key}>
        <time datetime={entry.datetime}>{entry.time}</time> <span>{entry.what}</span>
      </li>
    ))}
  </ol>
)
