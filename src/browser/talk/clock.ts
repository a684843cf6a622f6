/** Milliseconds since 1970, by this device: what a message carries inside, and how long somebody has waited. */
export const now = (): number => Date.now()

/** A day like 2026-11-29, as somebody says it in that language. */
export function daySaid(day: string, lang: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(lang, { dateStyle: 'long', timeZone: 'UTC' })
}

/** When something was written, in seconds since 1970: today the time alone, else with its day. */
export function momentSaid(at: number, lang: string): string {
  const then = new Date(at * 1000)
  const time = { hour: '2-digit', minute: '2-digit' } as const
  return then.toDateString() === new Date(now()).toDateString()
    ? then.toLocaleTimeString(lang, time)
    : then.toLocaleString(lang, { ...time, day: 'numeric', month: 'short' })
}

/** The day of a new key, by this device. */
export const today = (): string => new Date(now()).toISOString().slice(0, 10)
