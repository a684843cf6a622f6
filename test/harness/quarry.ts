import { setUpRegion } from '../../src/desk/setUpRegion.server.ts'
import type { Installation } from './installation.ts'

/** A second region beside Harbor, with an administrator and nothing else in it. */
export async function setUpQuarry(here: Pick<Installation, 'services'>): Promise<void> {
  const quarry = await setUpRegion(
    here.services,
    {
      name: 'Quarry Region',
      slug: 'quarry',
      state: 'MA',
      timeZone: 'America/New_York',
      teamPhone: '617-555-0142',
    },
    'ana.q@coordination.example',
  )
  if (!quarry.ok) throw new Error(quarry.code)
}
