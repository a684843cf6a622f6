import {
  activationPaths,
  needsHand,
  type PlanStage,
  type PlanState,
  planStageWords,
  type Running,
  stageOf,
} from '../activation/index.ts'
import { incidentWords } from '../incident/index.ts'
import { EmptyState } from '../ui/card.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { inSentence } from '../ui/language.ts'
import { near } from '../ui/moment.ts'
import { Section } from '../ui/pageHead.tsx'
import { Tag, Tags, type Tone } from '../ui/tag.tsx'
import { teamWords } from './teamWords.ts'
import { whatOf } from './todayIncident.ts'
import type { TodayProps } from './todayView.ts'
import { todayWords } from './todayWords.ts'

const stageTones: Record<PlanStage, Tone> = {
  proposed: 'amber',
  filling: 'amber',
  filled: 'ok',
  closed: 'ok',
  cancelled: 'neutral',
  window_closed: 'neutral',
}

/** What runs, with what needs a hand in each; said also when nothing does, for a coordinator would wonder. */
export const TodayRunning = ({ lang, view }: TodayProps) => {
  if (view.running === null) return null
  const { region, now } = view
  const say = teamWords[lang]
  const spoken = view.running.filter(({ activation }) => activation.contact !== null)
  const planLine = (plan: PlanState) =>
    say.plan(incidentWords[lang].typeShort[plan.type], inSentence(planStageWords[lang][stageOf(plan)]))
  const hands = ({ plans }: Running) =>
    plans.flatMap((plan) =>
      needsHand(plan, now).map(({ code, count, at }) => ({
        key: `${plan.id} ${code}`,
        line: todayWords[lang].hand[code](count, near(at, now, region.timeZone, lang)),
      })),
    )
  return (
    <Section title={say.running}>
      <DataTable
        caption={say.runningCaption}
        captionHidden
        columns={[{ label: say.activation }, { label: say.what }, { label: say.plans }]}
        empty={<EmptyState title={say.nothingTitle}>{say.nothing}</EmptyState>}
        rows={spoken.map((one) => ({
          key: one.activation.id,
          cells: [
            <a href={activationPaths.activation(region.slug, one.activation.id)}>
              {String(one.activation.number).padStart(4, '0')}
            </a>,
            whatOf(one, lang),
            <>
              <Tags>
                {one.plans.map((plan) => (
                  <Tag key={plan.id} tone={stageTones[stageOf(plan)]}>
                    {planLine(plan)}
                  </Tag>
                ))}
              </Tags>
              {hands(one).map(({ key, line }) => (
                <p key={key} class="small">
                  {line}
                </p>
              ))}
            </>,
          ],
        }))}
      />
    </Section>
  )
}
