/** A test as somebody takes it. */
export type Attempt = {
  readonly id: string
  readonly drawn: readonly string[]
  readonly passPercent: number
  /** Of the text it was drawn from. */
  readonly fingerprint: string
  readonly handedInAt: Temporal.Instant | null
  readonly right: number | null
  /** Question → option, as the bank numbers it. */
  readonly answers: ReadonlyMap<string, number>
}
