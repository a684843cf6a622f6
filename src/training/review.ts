/** A clinician read one text of a course and marks it for a region. */
export type Review = {
  /** By name, as they wish to stand there. */
  readonly reviewer: string
  readonly licence: string
  readonly reviewedAt: Temporal.Instant
}

export type Reviewed = {
  /** Of the text as it stands; null: nobody. */
  readonly now: Review | null
  /** The newest of an earlier text. */
  readonly before: Review | null
}

export const unreviewed: Reviewed = { now: null, before: null }
