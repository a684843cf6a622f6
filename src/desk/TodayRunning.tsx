import {
  activationPaths,
  type PlanState,
  planStageTold,
  type Running,
  stageTold,
} from '../activation/index.ts'
import { incidentWords } from '../incident/index.ts'
import { EmptyState } from '../ui/card.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { inSentence } from '../ui/language.ts'
import { near } from '../ui/moment.ts'
import { Section } from '../ui/pageHead.tsx'
import { Tag, Tags } from '../ui/tag.tsx'
import { teamWords } from './teamWords.ts'
import { whatOf } from './todayIncident.ts'
import type { TodayProps } from './todayView.ts'

/** What runs; said also when nothing does, for a coordinator would wonder. */
export const TodayRunning = ({ lang, view }: TodayProps) => {
  if (view.running === null) return null
  const { region, now } = view
  const say = teamWords[lang]
  const spoken = view.running.filter(({ activation }) => activation.contact !== null)
  const StageOf = ({ of }: { of: Running }) => {
    const { tone, words } = stageTold(of.activation, of.plans, now, lang)
    return <Tag tone={tone}>{words}</Tag>
  }
  const PlanLine = ({ plan }: { plan: PlanState }) => {
    const { tone, words } = planStageTold(plan, now, lang)
    const type = incidentWords[lang].typeShort[plan.type]
    const starts = plan.end === null ? plan.approval?.startsAt : undefined
    return (
      <Tag tone={tone}>
        {type}: {inSentence(words)}
        {starts === undefined ? '' : ` · ${near(starts, now, region.timeZone, lang)}`}
      </Tag>
    )
  }
  return (
    <Section title={say.running}>
      <DataTable
        caption={say.runningCaption}
        captionHidden
        columns={[{ label: say.activation }, { label: say.what }, { label: say.state }, { label: say.plans }]}
        empty={<EmptyState title={say.nothingTitle}>{say.nothing}</EmptyState>}
        rows={spoken.map((one) => ({
          key: one.activation.id,
          cells: [
            <a href={activationPaths.activation(region.slug, one.activation.id)}>
              {String(one.activation.number).padStart(4, '0')}
            </a>,
            whatOf(one, lang),
            <StageOf of={one} />,
            <Tags>
              {one.plans.map((plan) => (
                <PlanLine key={plan.id} plan={plan} />
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
