import type { ActivationId, PlanId } from '../platform/ids.ts'
import type { Path } from '../ui/path.ts'
import type { CardType } from './card.ts'

const path = (text: string) => text as Path
const plan = (region: string, id: ActivationId, of: PlanId) => `/${region}/activations/${id}/plans/${of}`

/** Every address this module answers to, all on the team's host; the close-out stands among the activation's. */
export const interventionPaths = {
  card: (region: string, type: CardType) => path(`/${region}/cards/${type}`),
  cards: (region: string) => path(`/${region}/cards`),
  /** Somebody's own. */
  mine: (region: string) => path(`/${region}/me/follow-ups`),
  followUps: (region: string) => path(`/${region}/follow-ups`),
  followUpDone: (region: string, id: string) => path(`/${region}/follow-ups/${id}/done`),
  followUpMoved: (region: string, id: string) => path(`/${region}/follow-ups/${id}/moved`),
  followUpGiven: (region: string, id: string) => path(`/${region}/follow-ups/${id}/given`),
  planFollowUps: (region: string, id: ActivationId, of: PlanId) => path(`${plan(region, id, of)}/follow-ups`),
  referrals: (region: string) => path(`/${region}/referrals`),
  referral: (region: string, id: string) => path(`/${region}/referrals/${id}`),
  referralVetted: (region: string, id: string) => path(`/${region}/referrals/${id}/vetted`),
  referralRetired: (region: string, id: string) => path(`/${region}/referrals/${id}/retired`),
  briefing: (region: string, id: ActivationId, of: PlanId) => path(`${plan(region, id, of)}/briefing`),
  checklist: (region: string, id: ActivationId, of: PlanId) => path(`${plan(region, id, of)}/checklist`),
} as const
