import {
  activationPaths,
  type PlanStage,
  type PlanState,
  planStageWords,
  stageOf,
} from '../activation/index.ts'
import { incidentWords } from '../incident/index.ts'
import { EmptyState } from '../ui/card.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { inSentence } from '../ui/language.ts'
import { Section } from '../ui/pageHead.tsx'
import { Tag, Tags, type Tone } from '../ui/tag.tsx'
import { teamWords } from './teamWords.ts'
import { whatOf } from './todayIncident.ts'
import type { TodayProps } from './todayView.ts'

const stageTones: Record<PlanStage, Tone> = {
  proposed: 'amber',
  filling: 'amber',
  filled: 'ok',
  closed: 'ok',
  cancelled: 'neutral',
  window_closed: 'neutral',
}

/** What runs; said also when nothing does, for a coordinator would wonder. */
export const TodayRunning = ({ lang, view }: TodayProps) => {
  if (view.running === null) return null
  const { region } = view
  const say = teamWords[lang]
  const spoken = view.running.filter(({ activation }) => activation.contact !== null)
  const planLine = (plan: PlanState) =>
    say.plan(incidentWords[lang].typeShort[plan.type], inSentence(planStageWords[lang][stageOf(plan)]))
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
            <Tags>
              {one.plans.map((plan) => (
                <Tag key={plan.id} tone={stageTones[stageOf(plan)]}>
                  {planLine(plan)}
                </Tag>
              ))}
              {one.waits.map((group) => (
                <Tag key={group.role} tone="amber">
                  {say.waits(inSentence(incidentWords[lang].role[group.role]))}
                </Tag>
              ))}
            </Tags>,
          ],
        }))}
      />
    </Section>
  )
}
