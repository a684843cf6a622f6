import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Area, roleTable } from '../src/identity/index.ts'
import { machineDoors } from '../src/machines.server.ts'
import { type Need, publicPermissions, teamPermissions } from '../src/permissions.ts'
import { openFingerprint } from './harness/fingerprint.ts'
import { dataOf, formAttack } from './harness/formAttack.ts'
import { filled, pageOf } from './harness/forms.ts'
import { type Found, openFormWalk, type Start } from './harness/formWalk.ts'
import { encoded } from './harness/hostile.ts'
import { layScene } from './harness/scene.ts'
import { openTwoRegions, type Person, type TwoRegions } from './harness/twoRegions.ts'

// The guard before every page has its own test. Here it is away: each use-case has to ask by itself.
vi.mock('../src/guard.server.ts', async (real) => ({ ...(await real<object>()), guard: () => {} }))

/** No page drawn for somebody here has a form for these; who tries them instead. */
const notDrawn: Readonly<Record<string, string>> = {
  'POST /sign-in/passkey/challenge': 'asked by a script: machineDoors.test.ts',
  'POST /account/proof/challenge': 'asked by a script: machineDoors.test.ts',
  'POST /account/passkeys/challenge': 'asked by a script: machineDoors.test.ts',
  'POST /:region/conversations/:id/claim': 'asked by a script: machineDoors.test.ts',
  'POST /:region/conversations/:id/closing': 'asked by a script: machineDoors.test.ts',
  'POST /:region/conversations/:id/messages': 'asked by a script: machineDoors.test.ts',
  'POST /:region/conversations/keys': 'asked by a script: machineDoors.test.ts',
  'POST /:region/conversations/keys/removal': 'asked by a script: machineDoors.test.ts',
  'POST /:region/conversations/professional': 'asked by a script: machineDoors.test.ts',
  'POST /:region/conversations/professional/removal': 'asked by a script: machineDoors.test.ts',
  'POST /:region/support/conversation': 'asked by a script: machineDoors.test.ts',
  'POST /:region/support/conversation/closing': 'asked by a script: machineDoors.test.ts',
  'POST /:region/support/conversation/messages': 'asked by a script: machineDoors.test.ts',
  'POST /:region/support/conversation/seals': 'asked by a script: machineDoors.test.ts',
  'POST /:region/support/puzzle': 'asked by a script: machineDoors.test.ts',
  'POST /account/onwards': 'drawn in the answer to a proof that held: proof.db.test.ts',
  'POST /set-up/:token/demonstration': 'drawn while there is no region: firstRun.test.ts',
  'POST /:region/ring/:token': 'drawn for the link in a message: professionalApi.db.test.ts',
  'POST /:region/me/load': 'drawn for two weeks after a session: ownLoad.db.test.ts',
}
/** What ends a session or a role, and what ends what others are about, comes last: nothing is left to be sent after it. */
const ends = /account\/(erasure|sessions\/others)|roles\/end/
const last =
  /removal|account\/codes|calendar\/end|recoveries\/end|stand-down|withdrawal|release|outcome|close-out|refusal|handing-on|confirmation|leave$|hand-in|cancellation|revocation|loss|(codes|showings)\/[^/]+\/end/
const place = ({ route, form }: Found) => {
  if (route === 'POST /sign-out') return 4
  if (ends.test(route)) return 3
  if (last.test(route)) return 2
  return form.inputs.length === 0 || route === 'POST /account/sessions/end' ? 1 : 0
}

describe('every form', () => {
  let all: TwoRegions
  let walk: Awaited<ReturnType<typeof openFormWalk>>
  let starts: readonly Start[]
  beforeAll(async () => {
    all = await openTwoRegions()
    const plain = Object.keys(teamPermissions)
      .filter((key) => key.startsWith('GET /:region/') && !key.slice(12).includes(':'))
      .map((key) => key.slice('GET /:region'.length))
    const team = { host: 'team' as const }
    starts = [
      ...(await layScene(all)),
      // One of each role; a second one sees what the first does.
      ...firstOfEach(all).flatMap((who) => [
        ...plain.map((path) => ({ ...team, who, path: `/${who.slug}${path}` })),
        { ...team, who, path: '/account' },
      ]),
      { ...team, who: null, path: '/sign-in' },
      { ...team, who: null, path: '/set-up' },
      { who: null, host: 'public', path: '/harbor' },
    ]
    walk = await openFormWalk(all, starts)
  }, 120_000)
  afterAll(() => all?.stop())

  it('is drawn for somebody, or named here', () => {
    const drawn = new Set(walk.found.map((one) => one.route))
    const posts = Object.keys({ ...publicPermissions, ...teamPermissions }).filter((key) =>
      key.startsWith('POST'),
    )
    expect(posts.filter((key) => !drawn.has(key)).sort()).toEqual(Object.keys(notDrawn).sort())
    expect([...drawn].filter((route) => !posts.includes(route))).toEqual([])
    const doors = machineDoors.map((door) => door.key as string)
    const byScript = Object.entries(notDrawn).filter(([, why]) => why.startsWith('asked by a script'))
    expect(byScript.filter(([key]) => !doors.includes(key))).toEqual([])
    expect(walk.pages.filter((one) => one.answer.status >= 500).map((one) => one.path)).toEqual([])
  })

  it('is refused, and changes nothing, from whoever has no role for it here, and from whoever has it elsewhere', async () => {
    const print = await openFingerprint(all.base.admin)
    const tara = all.people.find((one) => one.slug !== 'harbor')!
    const breaches: string[] = []
    let sent = 0
    for (const { form, page, route, origin } of walk.found.filter((one) => areaOf(one.route) !== null)) {
      const { pathname, search } = new URL(form.action, new URL(page, origin))
      const shutTo = firstOfEach(all).filter((one) => !sees(one, route))
      // Who has every role somewhere else has none here.
      for (const who of [...shutTo, tara]) {
        sent++
        const path = who === tara ? pathname.replace('/montgomery/', '/harbor/') : pathname
        const body = form.multipart ? dataOf(filled(form)) : encoded(filled(form))
        const { status } = await all.send(origin, path + search, { cookie: who.cookie }, body)
        const changed = await print.changed()
        if (![403, 404].includes(status) || changed.length > 0)
          breaches.push(`${who.role} of ${who.slug} sends ${route}: ${status} ${changed}`)
      }
    }
    const routes = new Set(walk.found.filter((one) => areaOf(one.route) !== null).map((one) => one.route))
    process.stdout.write(`${routes.size} routes' forms, ${sent} sent by whom they are not for\n`)
    expect(breaches).toEqual([])
    await all.base.admin.query('drop schema watched cascade')
  }, 120_000)

  it('is taken whole or refused whole, whatever is sent, and says what is wrong', async () => {
    const { attack, wrong, answered } = formAttack(all, await openFingerprint(all.base.admin))
    const sorted = [...walk.found].sort((one, other) => place(one) - place(other))
    for (const [index, one] of sorted.entries()) await attack(one, index)
    expect(wrong).toEqual([])
    // Otherwise it was not the form that was tried, but who may send it.
    const shut = [...answered].filter(([, statuses]) =>
      [...statuses].every((one) => [401, 403, 404].includes(one)),
    )
    expect(shut.map(([route]) => route)).toEqual([])
  }, 300_000)

  it('leaves nothing behind that a page draws as markup, and no broken page', async () => {
    const after = await openFormWalk(all, starts)
    expect(after.pages.filter((one) => one.answer.status >= 500).map((one) => one.path)).toEqual([])
    const drawn = after.pages.filter((one) => pageOf(one.answer.text).planted > 0)
    expect(drawn.map((one) => one.path)).toEqual([])
  }, 120_000)
})

const firstOfEach = (all: TwoRegions) =>
  all.people.filter((one, index) => all.people.findIndex((other) => other.role === one.role) === index)

/** What a form of a region opens, as the permissions say; null where no role is asked. */
const areaOf = (route: string): Area | null => {
  const need = teamPermissions[route as keyof typeof teamPermissions] as Need | undefined
  return need === undefined || ['anyone', 'link', 'provider', 'oneself'].includes(need)
    ? null
    : (need as Area)
}
const sees = ({ role, slug }: Person, route: string) =>
  slug === 'harbor' && roleTable[role].sees.includes(areaOf(route)!)
