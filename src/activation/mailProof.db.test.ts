import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testSecrets } from '../../test/harness/callOutJobs.ts'
import { type HarborCallOut, no, openHarborCallOut } from '../../test/harness/harborCallOut.ts'
import { loadDetails } from '../roster/index.server.ts'
import type { Chrome } from '../ui/chrome.ts'
import { offerToken } from './offerLink.server.ts'
import { offerRoutes } from './offerPages.tsx'
import { activationPaths } from './paths.ts'
import type { OfferState, PlanState } from './planState.ts'

describe('an answer through a link', () => {
  let at: HarborCallOut
  let plan: PlanState
  beforeAll(async () => {
    at = await openHarborCallOut()
    plan = await at.calledOut(Temporal.Instant.from('2026-11-23T20:00:00Z'))
  })
  afterAll(() => at.stop())

  const proven = async ({ memberId }: OfferState) =>
    (await at.base.db.read(at.rae, loadDetails)).get(memberId)!.mailVerifiedAt !== null
  async function answer(offer: OfferState, from: 'message' | 'page') {
    const { regionId } = at.harbor
    const pages = offerRoutes({
      db: at.base.db,
      secrets: testSecrets,
      chrome: { help: [] } as unknown as Chrome,
      languageOf: () => 'en',
      briefing: async () => null,
    })
    const token = offerToken(testSecrets, regionId, offer.id, plan.window.closes, from)
    const answered = await pages.request(activationPaths.offer(token), {
      method: 'POST',
      body: new URLSearchParams({ choice: no.choice }),
    })
    expect(answered.status).toBe(303)
  }

  it('proves the address it was mailed to', async () => {
    await answer(plan.offers[0]!, 'message')
    expect(await proven(plan.offers[0]!)).toBe(true)
  })

  it('proves nothing when it stood on a page of somebody signed in', async () => {
    await answer(plan.offers[1]!, 'page')
    expect(await proven(plan.offers[1]!)).toBe(false)
  })
})
