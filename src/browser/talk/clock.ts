/** Milliseconds since 1970, by this device: what a message carries inside, and how long somebody has waited. */
export const now = (): number => Date.now()

/** The day of a new key, by this device. */
export const today = (): string => new Date(now()).toISOString().slice(0, 10)
