/** What a worker wrote when it last looked. */
export type Beat = { readonly at: Temporal.Instant; readonly mended: number; readonly givenUp: number }

/** A minute between beats; after two more without one, somebody should be paged. */
export const beatSeconds = 60
const silentAfterSeconds = 180

/** What an outside monitor reads; anything but `ok` means page. */
export const healths = ['ok', 'no worker', 'jobs given up'] as const
export type Health = (typeof healths)[number]

export function healthOf(beat: Beat | null, now: Temporal.Instant): Health {
  if (beat === null || now.since(beat.at).total('seconds') > silentAfterSeconds) return 'no worker'
  return beat.givenUp > 0 ? 'jobs given up' : 'ok'
}
