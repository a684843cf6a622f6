import type { Language } from '../ui/language.ts'
import { Tag } from '../ui/tag.tsx'
import type { ActivationRecord } from './activationRecord.ts'
import type { PlanState } from './planState.ts'
import { planStageTold, stageTold } from './stageTold.ts'

type At = { now: Temporal.Instant; lang: Language }

export const StageTag = ({
  activation,
  plans,
  now,
  lang,
}: At & { activation: ActivationRecord; plans: readonly PlanState[] }) => {
  const { tone, words } = stageTold(activation, plans, now, lang)
  return <Tag tone={tone}>{words}</Tag>
}

export const PlanTag = ({ plan, now, lang }: At & { plan: PlanState }) => {
  const { tone, words } = planStageTold(plan, now, lang)
  return <Tag tone={tone}>{words}</Tag>
}
