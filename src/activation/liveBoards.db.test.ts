import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HarborCallOut, openHarborCallOut, yes } from '../../test/harness/harborCallOut.ts'
import { newId } from '../platform/ids.ts'
import type { Notice } from '../platform/notices.server.ts'
import { liveBoards } from './liveBoards.server.ts'

let at: HarborCallOut
beforeAll(async () => {
  at = await openHarborCallOut()
})
afterAll(() => at.stop())

it('is read once for everybody who watches it, again after a change, and never for another region', async () => {
  const plan = await at.calledOut(Temporal.Instant.from('2062-03-03T20:00:00Z'))
  const { activationId: id } = plan
  let tell: (notice: Notice | null) => void = () => {}
  const notices = {
    listen(heard: typeof tell) {
      tell = heard
      return () => {}
    },
    close: async () => {},
  }
  const boards = liveBoards({ db: at.base.db, notices, nameOf: async () => null }, () => '')
  const open = (board: Awaited<ReturnType<typeof boards.at>>) =>
    board!.view.plans[0]!.seats.filter((seat) => seat.taken === null).length
  const first = boards.at(at.rae, id, boards.heard())
  expect(boards.at(at.coordinator(), id, boards.heard())).toBe(first)
  const seats = open(await first)

  const stranger = { ...at.rae, regionId: newId<typeof at.rae.regionId>() }
  expect(await boards.at(stranger, id, boards.heard())).toBeNull()
  expect(boards.at(at.rae, id, boards.heard())).toBe(first)

  await at.answer(plan.offers[0]!, yes)
  tell(null)
  expect(open(await boards.at(at.rae, id, boards.heard()))).toBe(seats - 1)
})
