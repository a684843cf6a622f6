import type { Policy } from '../region/index.ts'

/** By the region's clock, when most people sleep (assumed). */
const night = { from: 23, until: 6 }

/**
 * How likely a yes is, 0 to 1: by the hour, by who is on call, by the way there, and by whether messages reach them at all. What somebody answered before is not
 * looked at, and nothing here says anything of a person: it decides how many are asked together.
 */
export function likelihoodOf(
  who: { readonly onCall: boolean; readonly travelMinutes: number; readonly reachable: boolean },
  hour: number,
  shares: Policy['wave'],
): number {
  // About the channel and never the person: they are asked all the same, and whoever waits for a yes asks others too.
  if (!who.reachable) return 0
  if (who.onCall) return shares.expectedOnCall
  const fitting = [shares.expectedYes]
  if (hour >= night.from || hour < night.until) fitting.push(shares.expectedAtNight)
  if (who.travelMinutes > shares.farMinutes) fitting.push(shares.expectedFar)
  return Math.min(...fitting)
}

/** The chance, 0 to 1, that as many say yes as there are seats, with everybody deciding for themselves. */
export function chanceOfEnough(shares: readonly number[], seats: number): number {
  // chances[n]: that exactly n of those looked at so far say yes; the last one: that many or more.
  let chances = Array.from({ length: seats + 1 }, (_, count): number => (count === 0 ? 1 : 0))
  for (const share of shares)
    chances = chances.map(
      (chance, count) =>
        chance * (count === seats ? 1 : 1 - share) + (count === 0 ? 0 : chances[count - 1]! * share),
    )
  return chances[seats]!
}
