import type { Entry, Walk } from '../audit/index.ts'
import type { Region } from '../region/index.ts'

export type AuditView = {
  readonly region: Region
  readonly entries: readonly Entry[]
  /** Where the older ones go on; null: these are the last. */
  readonly older: number | null
  readonly walk: Walk
  readonly checked: number
  /** Names of members and agencies, by id: the trail itself has none. */
  readonly names: ReadonlyMap<string, string>
}

export type OwnRecord = Pick<AuditView, 'region' | 'entries' | 'older'>
