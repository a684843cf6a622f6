/**
 * The region's numbers. Every timing and ratio differs between published sources, so each is
 * configurable guidance with the source of its default beside it, never a law of nature.
 */

/** Hours after the incident was over for the people concerned. */
export type WindowHours = { readonly opens: number; readonly idealUntil: number; readonly closes: number }

export type Policy = {
  readonly windows: {
    readonly onSceneSupport: WindowHours
    readonly rits: WindowHours
    readonly defusing: WindowHours
    readonly cisd: WindowHours
    readonly cmb: WindowHours
    readonly orgConsultation: WindowHours
  }
  /** Largest group for one session of the type; larger groups are told to split. */
  readonly groupSize: {
    readonly defusing: number
    readonly cisd: number
    readonly ritsFrom: number
    readonly smallest: number
  }
  /** Members of an affected agency: blocked by default, a region may soften this to a warning. */
  readonly affectedAgency: 'block' | 'warn'
  readonly perAgencyAtMost: number
  readonly travel:
    | { readonly kind: 'fixed'; readonly minutes: number }
    | { readonly kind: 'distance'; readonly kilometresPerHour: number }
  readonly restHours: number
  readonly wave: {
    /** Assumed share of offers answered with a yes, 0 to 1. Never derived from a person's past answers. */
    readonly expectedYes: number
    readonly minutes: number
  }
  readonly callBackMinutes: number
}

export const defaultPolicy: Policy = {
  windows: {
    onSceneSupport: { opens: 0, idealUntil: 4, closes: 12 },
    rits: { opens: 0, idealUntil: 2, closes: 6 },
    defusing: { opens: 0, idealUntil: 8, closes: 12 },
    cisd: { opens: 24, idealUntil: 72, closes: 240 },
    cmb: { opens: 0, idealUntil: 24, closes: 72 },
    orgConsultation: { opens: 0, idealUntil: 24, closes: 72 },
  },
  groupSize: { defusing: 20, cisd: 20, ritsFrom: 100, smallest: 3 },
  affectedAgency: 'block',
  perAgencyAtMost: 2,
  travel: { kind: 'distance', kilometresPerHour: 40 },
  restHours: 48,
  wave: { expectedYes: 0.4, minutes: 15 },
  callBackMinutes: 15,
}

/** Where each default comes from, and how sure that is; shown beside the number. */
export const policySources: Record<keyof Policy | `windows.${keyof Policy['windows']}`, string> = {
  windows: 'see each window',
  'windows.onSceneSupport': 'counted from the moment of planning, while it goes on; the numbers are assumed',
  'windows.rits': 'on release, before home or restaging (general knowledge of the field)',
  'windows.defusing':
    'US Coast Guard COMDTINST 1754.3: ideal within 8 h; Everly and Mitchell table: within 12 h',
  'windows.cisd': 'US Coast Guard COMDTINST 1754.3: ideal 24–72 h; Everly and Mitchell table: 1–10 days',
  'windows.cmb': 'any time after, repeatable (general knowledge); the numbers are assumed',
  'windows.orgConsultation': 'any time (Everly and Mitchell table); the numbers are assumed',
  groupSize:
    'general knowledge of the field: 4–20 for a CISD, up to 20 for a defusing; RITS from about 100 (one published source)',
  affectedAgency:
    'Greater Boston regional team: peers come from another agency; severity is the region’s choice',
  perAgencyAtMost: 'assumed: no agency is emptied by one call-out',
  travel: 'assumed',
  restHours: 'general knowledge, low confidence: one heavy group session in 24–48 h',
  wave: 'assumed: 40 % of offers accepted, next wave after 15 minutes',
  callBackMinutes: 'general knowledge: call back in 15–30 min, no published norm found',
}
