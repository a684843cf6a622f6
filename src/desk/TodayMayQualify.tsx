import { activationPaths } from '../activation/index.ts'
import { Actions, Button } from '../ui/button.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { near } from '../ui/moment.ts'
import { Section } from '../ui/pageHead.tsx'
import { teamWords } from './teamWords.ts'
import type { TodayProps } from './todayView.ts'

/** Imported calls that nobody has looked at yet; the first thirty. */
export const TodayMayQualify = ({ lang, view }: TodayProps) => {
  const { region, now, waiting } = view
  if (waiting.length === 0) return null
  const say = teamWords[lang]
  return (
    <Section title={say.mayQualify}>
      <p class="muted">{say.mayQualifyLead}</p>
      <DataTable
        caption={say.mayQualifyCaption}
        captionHidden
        columns={[{ label: say.number }, { label: say.when }, { label: say.town }, { label: say.step }]}
        rows={waiting.slice(0, 30).map((incident) => ({
          key: incident.id,
          cells: [
            incident.number ?? '',
            near(incident.occurredAt, now, region.timeZone, lang),
            incident.town,
            <Actions>
              <form method="post" action={activationPaths.confirmation(region.slug, incident.id)}>
                <Button>{say.confirm}</Button>
              </form>
              <form method="post" action={activationPaths.adviceOnly(region.slug, incident.id)}>
                <Button look="quiet">{say.adviceOnly}</Button>
              </form>
            </Actions>,
          ],
        }))}
      />
    </Section>
  )
}
