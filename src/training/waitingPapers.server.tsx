import type { Child } from 'hono/jsx'
import type { Visit } from '../identity/index.ts'
import type { Db } from '../platform/db.server.ts'
import type { Region } from '../region/index.ts'
import { loadWaitingClaims } from './claimView.server.ts'
import { loadWaitingEntries } from './continuedView.server.ts'
import { WaitingClaims } from './WaitingClaims.tsx'
import { WaitingContinued } from './WaitingContinued.tsx'

/** What waits for a look by whoever keeps training, for the page from which they keep it. */
export function waitingPapers(db: Db) {
  return async ({ actor, lang }: Visit, region: Region): Promise<Child> => {
    const { claims, entries } = await db.read(actor, async (reader) => ({
      claims: await loadWaitingClaims(reader),
      entries: await loadWaitingEntries(reader),
    }))
    return (
      <>
        <WaitingClaims {...{ region, lang }} waiting={claims} />
        <WaitingContinued {...{ region, lang }} waiting={entries} />
      </>
    )
  }
}
