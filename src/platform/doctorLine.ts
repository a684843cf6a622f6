export type Line = {
  readonly state: 'ok' | 'advice' | 'broken'
  readonly what: string
  readonly says: string
}

export function line(state: Line['state'], what: string, says: string): Line {
  return { state, what, says }
}
