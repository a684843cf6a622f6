/** Whom an agency's people are. The field's list; `family` and `civilian_staff` are people too. */
export const disciplines = [
  'law_enforcement',
  'fire',
  'ems',
  'dispatch',
  'corrections',
  'military_veteran',
  'sar',
  'hospital',
  'civilian_staff',
  'family',
] as const
export type Discipline = (typeof disciplines)[number]
