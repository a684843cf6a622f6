import type { AccountId, MemberId } from '../platform/ids.ts'
import type { Region } from '../region/index.ts'
import type { DutyShift } from './dutyShift.ts'
import type { StandIns } from './standIn.ts'

/** One shift, and who could take it over. */
export type StandInView = {
  readonly region: Region
  readonly shift: DutyShift
  /** As the team knows them. */
  readonly holder: string
  readonly found: StandIns<MemberId | AccountId>
  /** A request for it is open. */
  readonly asked: boolean
}
