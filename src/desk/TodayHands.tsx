import { activationPaths, needsHand } from '../activation/index.ts'
import { incidentWords } from '../incident/index.ts'
import { Card } from '../ui/card.tsx'
import { near } from '../ui/moment.ts'
import type { TodayProps } from './todayView.ts'
import { todayWords } from './todayWords.ts'

/** Plans that run and don't go by themselves: seats still empty near the start, seats only kept, windows at risk. */
export const TodayHands = ({ lang, view }: TodayProps) => {
  const { region, now } = view
  const say = todayWords[lang]
  const hands = (view.running ?? []).flatMap(({ activation, incident, plans }) =>
    plans.flatMap((plan) =>
      needsHand(plan, now).map(({ code, count, at }) => ({
        key: `${plan.id} ${code}`,
        href: activationPaths.activation(region.slug, activation.id),
        plan: say.planAt(incidentWords[lang].typeShort[plan.type], incident.town),
        line: say.hand[code](count, near(at, now, region.timeZone, lang)),
        at,
      })),
    ),
  )
  if (hands.length === 0) return null
  return (
    <Card title={say.hands} tone="amber">
      <ul class="plain">
        {hands
          .sort((one, other) => Temporal.Instant.compare(one.at, other.at))
          .map(({ key, href, plan, line }) => (
            <li key={key}>
              <a href={href}>{plan}</a>: {line}
            </li>
          ))}
      </ul>
    </Card>
  )
}
