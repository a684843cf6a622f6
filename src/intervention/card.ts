import { z } from 'zod'
import type { PlanType } from '../incident/index.ts'

/** A kind of session, or what is offered to one person: that is never planned or recorded, and has a card all the same. */
export type CardType = PlanType | 'oneToOne'

const both = z.strictObject({ en: z.string().min(1), es: z.string().min(1) })
const types = [
  'onSceneSupport',
  'rits',
  'defusing',
  'cisd',
  'cmb',
  'orgConsultation',
  'familySupport',
  'pastoralSupport',
  'oneToOne',
  'preIncidentEducation',
] as const satisfies readonly CardType[]

/** One facilitator's card: `content/cards/<type>.json`. Guidance in our own words; every fact names its source. */
const card = z.strictObject({
  type: z.enum(types),
  written: z.iso.date(),
  /** The ground rules and the limits are read aloud. */
  group: z.boolean(),
  length: both,
  who: both,
  phases: z
    .array(
      z.strictObject({
        name: both,
        /** "10–15"; empty where nobody counts. */
        minutes: z.string(),
        purpose: both,
        ask: z.array(both).min(1),
        watch: z.array(both),
      }),
    )
    .min(3),
  sources: z.array(z.strictObject({ fact: z.string().min(1), source: z.string().min(1) })).min(1),
})

export type FacilitatorCard = z.infer<typeof card>
export const cardTypes: readonly CardType[] = types

/** A card's text. Throws with every place that is not as it should be. */
export function parseCard(text: string): FacilitatorCard {
  return card.parse(JSON.parse(text))
}
