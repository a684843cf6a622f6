import type { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testSecrets } from '../../test/harness/callOutJobs.ts'
import { type HarborCallOut, openHarborCallOut } from '../../test/harness/harborCallOut.ts'
import { grantRole } from '../identity/index.server.ts'
import { type AccountId, type ActivationId, newId } from '../platform/ids.ts'
import type { Chrome } from '../ui/chrome.ts'
import type { Path } from '../ui/path.ts'
import { ringDue } from './alert.server.ts'
import { loadAlert } from './alertStore.server.ts'
import { publicRoutes } from './publicPages.tsx'
import { handOn, takeRequest } from './take.server.ts'

const start = Temporal.Instant.from('2060-05-03T20:00:00Z')
const origin = 'http://localhost:3000'

describe('the door for requests', () => {
  let at: HarborCallOut
  let pages: Hono
  let now = start
  beforeAll(async () => {
    at = await openHarborCallOut()
    await at.base.db.write(at.system, (tx) => grantRole(tx, newId<AccountId>(), 'duty_coordinator'))
    const chrome: Chrome = {
      help: [],
      publicStylesheet: '/p.css' as Path,
      courseStylesheet: '/p.css' as Path,
      teamStylesheet: '/t.css' as Path,
      keepCard: '/c.js' as Path,
      check: '/k.js' as Path,
      write: '/k.js' as Path,
      conversations: '/k.js' as Path,
      talkWorker: '/k.js' as Path,
      passkey: '/p.js' as Path,
      board: '/b.js' as Path,
      push: '/n.js' as Path,
    }
    pages = publicRoutes({
      db: at.base.db,
      secrets: testSecrets,
      chrome,
      leaveHref: '/' as Path,
      checklist: async () => '',
      supportAt: () => '',
    })
  })
  // Days apart, so that no test is behind another one's door or rings with its requests.
  beforeEach(async () => {
    now = now.add({ hours: 72 })
    await at.base.setNow(now)
    await at.base.admin.query('update activation.alert set due_at = null')
  })
  afterAll(() => at.stop())

  const ask = async (from: string, agency = 'Larkfield Fire', key = newId<string>()) => {
    const answer = await pages.request(
      `${origin}/harbor/request`,
      {
        method: 'POST',
        body: new URLSearchParams({
          key,
          danger: 'no',
          kind: 'child_death_or_injury',
          occurredAt: '2060-05-01T10:00',
          town: 'Larkfield',
          over: 'no',
          agency: at.harbor.agencies.get(agency)!,
          count_firefighters: '6',
          requesterName: 'Pat L.',
          callbackPhone: '617-555-0199',
        }),
      },
      { incoming: { socket: { remoteAddress: from } } },
    )
    expect(answer.status).toBe(303)
    return answer.headers.get('location')!
  }
  const asked = async (count: number, from: (index: number) => string, agency?: string) => {
    const pagesToLookAt: string[] = []
    for (let index = 0; index < count; index++) pagesToLookAt.push(await ask(from(index), agency))
    return pagesToLookAt
  }
  const saved = async (): Promise<ActivationId[]> =>
    (
      await at.base.admin.query(
        'select activation_id from activation.alert where activation_id in (select activation_id from activation.request where received_at >= $1) order by activation_id',
        [now.toString()],
      )
    ).rows.map((row) => row.activation_id)
  const rung = async (): Promise<ActivationId[]> =>
    (
      await at.base.admin.query(
        'select distinct activation_id from activation.ring where rung_at >= $1 order by activation_id',
        [now.toString()],
      )
    ).rows.map((row) => row.activation_id)
  const look = async (page: string) => await (await pages.request(origin + page)).text()
  const taken = async (ids: readonly ActivationId[]) => {
    for (const id of ids) expect(await takeRequest(at.base.db, at.rae, id)).toMatchObject({ ok: true })
  }
  const later = async (minutes: number) => {
    await at.base.setNow(now.add({ minutes }))
    await ringDue(at.base.db, at.harbor.regionId)
  }

  it('keeps every request of forty, and rings with those already ringing from the sixth on', async () => {
    const shown = await asked(40, () => '203.0.113.7')
    expect(new Set(shown).size).toBe(40)
    expect(await saved()).toHaveLength(40)
    expect(await rung()).toHaveLength(5)
    const [first, last] = [await look(shown[0]!), await look(shown[39]!)]
    expect(first).not.toContain('Call the team now')
    expect(last).toContain('Call the team now')
    expect(last.split('href="tel:').length).toBeGreaterThan(1)
  })

  it('rings at once for whoever’s agency nobody is rung for, however many came before', async () => {
    await asked(12, () => '203.0.113.8')
    const before = await rung()
    const other = [...at.harbor.agencies.keys()].find((name) => name !== 'Larkfield Fire')!
    const page = await ask('203.0.113.8', other)
    expect(await rung()).toHaveLength(before.length + 1)
    expect(await look(page)).not.toContain('Call the team now')
  })

  it('lets nobody wait for good: once the others are taken the next one rings, one at a time', async () => {
    await asked(9, () => '203.0.113.9')
    const early = await rung()
    await later(6)
    expect(await rung()).toEqual(early)
    await taken(early)
    await later(12)
    const sixth = (await rung()).filter((id) => !early.includes(id))
    expect(sixth).toHaveLength(1)
    await later(18)
    expect(await rung()).toHaveLength(6)
    // Whoever has it and can't go on lets it ring, whatever else does.
    await taken(sixth)
    await later(24)
    expect(await rung()).toHaveLength(7)
    const rings = async () =>
      (await at.base.admin.query('select 1 from activation.ring where activation_id = $1', sixth)).rowCount
    const before = await rings()
    expect(await handOn(at.base.db, at.rae, sixth[0]!, false)).toMatchObject({ ok: true })
    expect(await rings()).toBe(before! + 1)
  })

  it('holds for a region too, wherever the requests come from', async () => {
    await asked(24, (index) => `198.51.100.${index}`)
    expect(await saved()).toHaveLength(24)
    expect(await rung()).toHaveLength(20)
  })

  it('opens again, and counts a form that was sent twice once', async () => {
    const key = newId<string>()
    for (const _ of [1, 2, 3, 4, 5, 6, 7]) await ask('203.0.113.10', 'Larkfield Fire', key)
    await asked(4, () => '203.0.113.10')
    expect(await rung()).toHaveLength(5)
    await at.base.setNow(now.add({ minutes: 15 }))
    await ask('203.0.113.10')
    expect(await rung()).toHaveLength(6)
  })

  it('takes one line of the newer internet for one caller', async () => {
    await asked(7, (index) => `2001:db8:7:1::${index + 1}`)
    expect(await rung()).toHaveLength(5)
    await ask('2001:db8:7:2::1')
    expect(await rung()).toHaveLength(6)
  })

  it('keeps no address, and of yesterday’s callers nothing', async () => {
    const rows = async () =>
      (await at.base.admin.query('select row_to_json(d)::text as row, caller from tailboard.door_knock d'))
        .rows as { row: string; caller: string }[]
    await ask('203.0.113.11')
    const before = await rows()
    expect(before).toHaveLength(2)
    expect(before.map((one) => one.row).join()).not.toContain('203.0')
    await at.base.setNow(now.add({ hours: 25 }))
    await ask('203.0.113.11')
    const after = await rows()
    expect(after).toHaveLength(2)
    const callers = [...before, ...after].map((one) => one.caller).filter((one) => one !== '')
    expect(new Set(callers).size).toBe(2)
  })

  it('tells who waits behind others, until it rings itself', async () => {
    await asked(6, () => '203.0.113.12')
    const behind = async () => {
      const found: ActivationId[] = []
      for (const id of await saved())
        if ((await at.base.db.read(at.system, (reader) => loadAlert(reader, id))).behind) found.push(id)
      return found
    }
    const early = await rung()
    expect(await behind()).toEqual((await saved()).filter((id) => !early.includes(id)))
    await taken(early)
    await later(6)
    expect(await behind()).toEqual([])
  })
})
