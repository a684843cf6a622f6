import type { Tree } from './requestTree.ts'

/** How long, in words a Temporal duration and PostgreSQL both know. */
export type Keep = { readonly years: number } | { readonly days: number }

export type Rule = {
  readonly name: string
  /** Said to the operator. */
  readonly what: string
  readonly keep: Keep
  /** Said to the operator: from which moment it is counted. */
  readonly since: string
  readonly leaves: 'nothing' | 'counts'
  /** Kept while the region is under a legal hold. */
  readonly held: boolean
  /** A rule of security.md, or why this long. */
  readonly source: string
  /** What goes; empty where the product has none of it yet. */
  readonly removals: readonly Removal[]
}

export type Removal = {
  readonly table: string
  /**
   * SQL: the moment from which a row `t` is counted; null keeps it. In it $1 is the region.
   */
  readonly moment: string
  /** The trail: its own function removes it, from the oldest on, keeps the chain and leaves an entry. */
  readonly trail?: true
  /** Of the installation, not of one region. */
  readonly everywhere?: true
  /** Rows that refer to it and go first, in this order; the table then has an id. */
  readonly first?: Tree
  /** SQL that adds up rows with the ids $2 before they go, as rows of retention.past_request. */
  readonly counted?: string
}

/** How an audit entry names it. */
export function codeOf({ name }: Rule): string {
  return name.replaceAll(/[^a-z]+/g, '_')
}

export function interval(keep: Keep): string {
  return 'years' in keep ? `${keep.years} years` : `${keep.days} days`
}

export function keepSaid(keep: Keep): string {
  if ('years' in keep) return keep.years === 1 ? '1 year' : `${keep.years} years`
  return keep.days === 1 ? '1 day' : `${keep.days} days`
}
