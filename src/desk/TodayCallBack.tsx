import { activationPaths } from '../activation/index.ts'
import { Card } from '../ui/card.tsx'
import { duration, near } from '../ui/moment.ts'
import { Tag } from '../ui/tag.tsx'
import { teamWords } from './teamWords.ts'
import { whatOf } from './todayIncident.ts'
import type { TodayProps } from './todayView.ts'
import { todayWords } from './todayWords.ts'

type Taking = NonNullable<NonNullable<TodayProps['view']['running']>[number]['taking']>

const saidOf = ({ mine, overdue }: Taking) =>
  mine ? (overdue ? 'youCallLate' : 'youCall') : overdue ? 'theyCallLate' : 'theyCall'

/** Requests whose agency nobody has spoken to, and whether somebody has each and calls in time. */
export const TodayCallBack = ({ lang, view }: TodayProps) => {
  const { region, now } = view
  const waiting = (view.running ?? []).filter(({ activation }) => activation.contact === null)
  if (waiting.length === 0) return null
  const say = todayWords[lang]
  return (
    <Card title={teamWords[lang].callBack} tone="amber">
      <ul class="plain">
        {waiting.map(({ activation, taking, ...one }) => (
          <li key={activation.id}>
            <a href={activationPaths.activation(region.slug, activation.id)}>{whatOf(one, lang)}</a>{' '}
            <span class="muted small">
              {teamWords[lang].waitingFor(duration(now.since(activation.openedAt).total('minutes'), lang))}
            </span>{' '}
            {taking === null ? (
              <Tag tone="amber">{say.nobodyHasIt}</Tag>
            ) : (
              <Tag tone={taking.mine || taking.overdue ? 'amber' : 'neutral'}>
                {say[saidOf(taking)](near(taking.at, now, region.timeZone, lang))}
              </Tag>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
