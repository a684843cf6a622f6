/** One coordinator on call, and one behind them. */
export const coordinatorPlaces = ['on_call', 'backup'] as const
export type CoordinatorPlace = (typeof coordinatorPlaces)[number]
