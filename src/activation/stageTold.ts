import type { Language } from '../ui/language.ts'
import type { ActivationRecord } from './activationRecord.ts'
import { activationStage } from './activationStage.ts'
import { boardWords } from './boardWords.ts'
import { bookingTeamWords } from './bookingTeamWords.ts'
import { type PlanState, type ShownStage, shownStage } from './planState.ts'
import { stageWords } from './teamWords.ts'

/** A stage as a tag tells it: amber needs somebody, ok is settled. */
export type StageTold = { readonly tone: 'amber' | 'ok' | 'neutral'; readonly words: string }

/** How far the whole activation is, in one word. */
export function stageTold(
  activation: ActivationRecord,
  plans: readonly PlanState[],
  now: Temporal.Instant,
  lang: Language,
): StageTold {
  const say = boardWords[lang]
  const stage = activationStage(activation, plans, now)
  switch (stage.code) {
    case 'closed':
      return { tone: 'neutral', words: say.closed }
    case 'call_back':
      return {
        tone: 'amber',
        words: activation.booking === null ? say.callBack : bookingTeamWords[lang].toAnswer,
      }
    case 'no_plan':
      return { tone: 'neutral', words: say.noPlanTitle }
    case 'to_approve':
      return { tone: 'amber', words: say.toApprove }
    case 'begun':
      return { tone: 'ok', words: stageWords[lang].begun }
    case 'filled':
      return { tone: 'ok', words: say.filled }
    case 'filling':
      return { tone: 'amber', words: say.filling(stage.taken, stage.seats) }
  }
}

const tones: Record<ShownStage, StageTold['tone']> = {
  begun: 'ok',
  proposed: 'amber',
  filling: 'amber',
  filled: 'ok',
  closed: 'ok',
  cancelled: 'neutral',
  window_closed: 'neutral',
}

/** How far one plan is. */
export function planStageTold(plan: PlanState, now: Temporal.Instant, lang: Language): StageTold {
  const stage = shownStage(plan, now)
  return { tone: tones[stage], words: stageWords[lang][stage] }
}
