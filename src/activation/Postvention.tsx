import { incidentWords } from '../incident/index.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { near } from '../ui/moment.ts'
import { Tag } from '../ui/tag.tsx'
import type { IncidentBoardProps } from './ActivationPage.tsx'
import { boardWords } from './boardWords.ts'
import { activationPaths } from './paths.ts'
import { postventionSteps } from './postvention.ts'

/** After a colleague's suicide: what has to be seen to, and what was. Null for every other incident. */
export const Postvention = ({ view, lang }: Pick<IncidentBoardProps, 'view' | 'lang'>) => {
  if (view.incident.kind !== 'colleague_suicide') return null
  const { region, activation, now } = view
  const say = boardWords[lang]
  return (
    <Card title={say.postventionTitle}>
      <p class="muted small">{say.postventionLead}</p>
      <ol class="steps">
        {postventionSteps.map((step) => {
          const done = view.postvention.get(step)
          return (
            <li key={step}>
              <span>{incidentWords[lang].reason[step]}</span>
              {done === undefined ? (
                <form method="post" action={activationPaths.postvention(region.slug, activation.id)}>
                  <input type="hidden" name="step" value={step} />
                  <Button>{say.postventionDone}</Button>
                </form>
              ) : (
                <Tag tone="ok">{say.postventionAt(near(done, now, region.timeZone, lang))}</Tag>
              )}
            </li>
          )
        })}
      </ol>
    </Card>
  )
}
