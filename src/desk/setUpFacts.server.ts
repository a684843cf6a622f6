import { accountsWith } from '../identity/index.server.ts'
import type { Reader } from '../platform/db.server.ts'
import { loadAgencies, loadRegion } from '../region/index.server.ts'
import type { StatePack } from '../region/index.ts'
import { loadAvailability } from '../roster/index.server.ts'
import type { HelpLine } from '../ui/helpLine.ts'
import type { RegionFacts } from './setUpReady.ts'

/** What an installation knows beside the region's own rows. */
export type SetUpKnown = {
  readonly packs: ReadonlyMap<string, StatePack>
  readonly help: readonly HelpLine[]
  readonly mail: boolean
}

/** How whole a region is. */
export async function regionFacts(reader: Reader, known: SetUpKnown): Promise<RegionFacts> {
  const here = await loadRegion(reader)
  const span = { startsAt: reader.now, endsAt: reader.now.add({ hours: 2 }) }
  const people = await loadAvailability(reader, span, here.timeZone)
  const able = people.filter((one) => one.deployability.deployable)
  const pack = known.packs.get(here.state)
  return {
    agencies: (await loadAgencies(reader)).length,
    members: people.length,
    deployable: {
      all: able.length,
      leads: able.filter((one) => one.canLead).length,
      mhps: able.filter((one) => one.member.role === 'mhp').length,
    },
    coordinators: (await accountsWith(reader, 'duty_coordinator')).length,
    law: pack === undefined ? 'unread' : pack.reviewed === null ? 'unreviewed' : 'reviewed',
    mail: known.mail,
    uncheckedLines: known.help.filter((line) => line.number !== null && line.checked === null).length,
  }
}
