import { Card } from '../ui/card.tsx'
import type { Language } from '../ui/language.ts'
import { clock, day } from '../ui/moment.ts'
import { Section } from '../ui/pageHead.tsx'
import type { Change } from './policyChange.ts'
import { policyWords } from './policyWords.ts'
import { settingLabel, settingSaid } from './settingSaid.ts'

export type HistoryEntry = {
  readonly version: number
  readonly decidedAt: Temporal.Instant
  /** As people know them; null: laid down with the region. */
  readonly who: string | null
  readonly changes: readonly Change[]
}

type Props = { lang: Language; timeZone: string; history: readonly HistoryEntry[] }

/** Every version, the newest first: what it changed, who decided it and when. */
export const PolicyHistory = ({ lang, timeZone, history }: Props) => {
  const say = policyWords[lang]
  const when = (at: Temporal.Instant) =>
    `${day(at.toZonedDateTimeISO(timeZone).toPlainDate(), lang)}, ${clock(at, timeZone, lang)}`
  return (
    <Section title={say.history}>
      {history.map(({ version, decidedAt, who, changes }) => (
        <Card key={version}>
          <b>{say.version(String(version))}</b>
          <p class="muted small">
            {who === null ? say.laidDown(when(decidedAt)) : say.decided(when(decidedAt), who)}
          </p>
          {changes.map((change) => (
            <p class="small" key={change.path}>
              {settingLabel(change.path, lang)}
              <br />
              <b>
                {say.change(
                  settingSaid(change.path, change.old, lang),
                  settingSaid(change.path, change.new, lang),
                )}
              </b>
            </p>
          ))}
        </Card>
      ))}
    </Section>
  )
}
