/** Milliseconds since 1970, by this device: what a message carries inside, and how long somebody has waited. */
export const now = (): number => Date.now()

/** A day like 2026-11-29, as somebody says it in that language. */
export function daySaid(day: string, lang: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(lang, { dateStyle: 'long', timeZone: 'UTC' })
}

/** The day of a new key, by this device. */
export const today = (): string => new Date(now()).toISOString().slice(0, 10)
