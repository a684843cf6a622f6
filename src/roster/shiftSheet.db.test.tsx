import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HarborCallOut, openHarborCallOut } from '../../test/harness/harborCallOut.ts'
import { ShiftSheetPage } from './ShiftSheetPage.tsx'
import { loadShiftSheet } from './shiftSheet.server.ts'

let here: HarborCallOut
beforeAll(async () => {
  here = await openHarborCallOut()
})
afterAll(() => here.stop())

it('says on paper whom no text reaches since they said STOP, and not of anybody else', async () => {
  const load = () => here.base.db.read(here.rae, loadShiftSheet)
  const before = await load()
  expect(before.lines.filter((one) => one.noTexts)).toEqual([])
  const { memberId, name } = before.lines.find((one) => !one.away)!
  await here.base.admin.query(
    `insert into messaging.reach (region_id, person_id, phone, phone_proven_at, by_text) values ($1, $2, $3, now(), true)`,
    [here.harbor.regionId, memberId, '+15555550133'],
  )
  await here.base.admin.query('insert into messaging.text_stop (region_id, id, phone) values ($1, $2, $3)', [
    here.harbor.regionId,
    crypto.randomUUID(),
    '+15555550133',
  ])
  const sheet = await load()
  expect(sheet.lines.filter((one) => one.noTexts).map((one) => one.memberId)).toEqual([memberId])
  const page = String(<ShiftSheetPage lang="en" sheet={sheet} coordinators={[]} alone />)
  const row = page.split('<tr').find((one) => one.includes(name))!
  expect(row).toMatch(/\+15555550133.*no texts, call/s)
})
