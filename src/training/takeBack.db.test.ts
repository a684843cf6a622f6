import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AgencyId } from '../platform/ids.ts'
import { doneWith } from '../platform/outcome.testing.ts'
import { tinyCourse, tinyLibrary } from './course.testing.ts'
import { seatsOf, setSeats } from './entry.server.ts'
import { keepRoutes } from './keepPages.tsx'
import { askToEnrol, fillSeat } from './naming.server.ts'
import { askPage, pageDeps } from './pages.testing.tsx'
import { takeBackSeat } from './takeBack.server.ts'
import { accountsOf, openTraining, type Person } from './training.testing.ts'

const kept = '/here/training/courses/tiny'

describe('a seat that nobody has used', () => {
  let t: Awaited<ReturnType<typeof openTraining>>
  let keeper: Person
  beforeAll(async () => {
    t = await openTraining()
    keeper = t.person('duty_coordinator')
    const agencyId = t.here.agencyId
    doneWith(await setSeats(t.base.db, keeper, { course: 'tiny', agencyId, seats: 2 }))
    const given = { course: tinyCourse, agencyId, name: 'Kit A.', email: 'kti@home.example' }
    doneWith(await fillSeat(t.deps, t.person('agency_contact'), [agencyId], given))
  })
  afterAll(() => t.base.drop())

  const ask = (who: Person, path: string, fields?: Record<string, string>) =>
    askPage(
      keepRoutes({
        ...t.deps,
        ...pageDeps(who, { here: t.here.regionId, there: t.there.regionId }, 'en'),
        library: tinyLibrary,
        publicUrl: new URL('https://peers.example'),
        accountsAt: accountsOf([]),
      }),
      path,
      fields,
    )
  const taken = async () =>
    (await t.base.db.read(keeper, (reader) => seatsOf(reader, 'tiny'))).map((one) => one.taken)

  it('is taken back by no contact of another agency and by nobody else, the page away', async () => {
    const [{ id }] = await t.rows('select id from training.invited')
    const naming = { id, course: 'tiny', agencyId: t.here.agencyId }
    const free = (who: Person, agencies: readonly AgencyId[]) =>
      takeBackSeat(t.base.db, who, agencies, naming)
    for (const [who, agencies] of [
      [t.person('agency_contact'), []],
      [t.person('agency_contact'), [t.there.agencyId]],
      [t.person('learner'), [t.here.agencyId]],
      [t.person('instructor'), [t.here.agencyId]],
    ] as const)
      expect(await free(who, agencies)).toMatchObject({ code: 'not_allowed' })
    expect(await taken()).toEqual([1])
  })

  it.each(['seat first', 'own first'])(
    'leaves whoever asked by themselves on their own place: %s',
    async (first) => {
      const email = `${first.replace(' ', '.')}@home.example`
      const agencyId = t.here.agencyId
      const given = { course: tinyCourse, agencyId, name: 'Kit A.', email }
      const wish = { name: 'Kit Own', email, code: '' }
      const asks = async () => doneWith(await askToEnrol(t.deps, t.here.regionId, tinyCourse, wish))
      if (first === 'own first') await asks()
      doneWith(await fillSeat(t.deps, t.person('agency_contact'), [agencyId], given))
      if (first === 'seat first') await asks()
      const [{ id }] = await t.rows(`select id from training.invited where email = $1 and how = 'seat'`, [
        email,
      ])
      doneWith(await takeBackSeat(t.base.db, keeper, [], { id, course: 'tiny', agencyId }))
      expect(await t.rows('select how, name from training.invited where email = $1', [email])).toEqual([
        { how: 'alone', name: 'Kit Own' },
      ])
    },
  )

  it('is shown to a coordinator with its address, and taken back by one of this region', async () => {
    const page = await ask(keeper, kept)
    expect(page.text).toContain('kti@home.example')
    const [to] = /\/here\/training\/courses\/tiny\/seats\/[^"]*\/withdrawal/.exec(page.html)!
    const of = { agency: t.here.agencyId }
    const foreign = t.person('duty_coordinator', t.there.regionId)
    expect((await ask(foreign, to.replace('here', 'there'), of)).status).toBe(409)
    expect((await ask(t.person('instructor'), to, of)).status).toBe(404)
    expect((await ask(keeper, to.replace('tiny', 'none'), of)).status).toBe(404)
    expect(await taken()).toEqual([1])
    const freed = await ask(keeper, to, of)
    expect(freed).toMatchObject({ status: 303, to: `${kept}?saved=freed` })
    const after = await ask(keeper, freed.to!)
    expect(after.text).toContain('The seat is free again')
    expect(after.html).not.toContain('kti@home.example')
    expect(await taken()).toEqual([0])
    const again = await ask(keeper, to, of)
    expect([again.status, again.text.includes('Nobody waits on this seat any more')]).toEqual([409, true])
  })
})
