import type { AgencyId, RegionId } from '../platform/ids.ts'
import type { Discipline } from './discipline.ts'
import type { Policy } from './policy.ts'

export type Region = {
  readonly id: RegionId
  readonly slug: string
  readonly name: string
  readonly state: string
  readonly timeZone: string
  /** The team's number, answered around the clock by the coordinator on call. */
  readonly teamPhone: string
}

export type Agency = {
  readonly id: AgencyId
  readonly name: string
  readonly town: string
  readonly discipline: Discipline
  readonly place: Place | null
  /** The number on file: whoever asks in this agency's name is called back there. */
  readonly phone: string | null
}

/** Degrees north and east. */
export type Place = { readonly latitude: number; readonly longitude: number }

/** Great-circle distance in kilometres (haversine, mean Earth radius 6371 km). */
export function kilometresBetween(from: Place, to: Place): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const north = radians(to.latitude - from.latitude)
  const east = radians(to.longitude - from.longitude)
  const chord =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(east / 2) ** 2
  return 2 * 6371 * Math.asin(Math.sqrt(chord))
}

/** Whole minutes on the road; unknown places count as half an hour (assumed). */
export function travelMinutes(from: Place | null, to: Place | null, travel: Policy['travel']): number {
  if (travel.kind === 'fixed') return travel.minutes
  if (from === null || to === null) return 30
  return Math.max(1, Math.round((kilometresBetween(from, to) / travel.kilometresPerHour) * 60))
}
