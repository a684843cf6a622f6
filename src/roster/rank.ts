/** Where a member stands in their own agency, as a code: ranks differ between services, bands do not. */
export const rankBands = ['line', 'supervisor', 'command', 'civilian', 'retired'] as const
export type RankBand = (typeof rankBands)[number]
