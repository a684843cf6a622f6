import { activationPaths } from '../activation/index.ts'
import { incidentWords } from '../incident/index.ts'
import { Card } from '../ui/card.tsx'
import { whatOf } from './todayIncident.ts'
import type { TodayProps } from './todayView.ts'
import { todayWords } from './todayWords.ts'

/** Group process on the hardest calls, before anybody is called out to it. */
export const TodaySignOffs = ({ lang, view }: TodayProps) =>
  view.signOffs.length === 0 ? null : (
    <Card title={todayWords[lang].signOffs} tone="amber">
      <ul class="plain">
        {view.signOffs.map(({ of, plan }) => (
          <li key={plan.id}>
            <a href={activationPaths.activation(view.region.slug, of.activation.id)}>
              {todayWords[lang].signOff(incidentWords[lang].typeShort[plan.type], whatOf(of, lang))}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  )
