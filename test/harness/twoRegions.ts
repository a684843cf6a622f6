import { answerOffer, requestTeam } from '../../src/activation/index.server.ts'
import { app } from '../../src/app.tsx'
import { createAccount, grantRole } from '../../src/identity/index.server.ts'
import type { Actor, Role } from '../../src/platform/actor.ts'
import { roles } from '../../src/platform/actor.ts'
import type { AccountId, MemberId, RegionId } from '../../src/platform/ids.ts'
import { startJobs } from '../../src/serve.server.ts'
import { demoDatabase } from './demonstration.ts'
import { type Installation, openEmpty } from './installation.ts'
import { callOut } from './journey.ts'
import { signInAs } from './signIn.ts'

/** An account, the region it works in, and the browser it is signed in with. */
export type Person = {
  readonly accountId: AccountId
  readonly email: string
  readonly role: Role
  readonly slug: string
  readonly regionId: RegionId
  cookie: string
}

export type Sent = {
  readonly status: number
  readonly type: string
  readonly location: string | null
  readonly text: string
}

export type TwoRegions = Awaited<ReturnType<typeof openTwoRegions>>

/**
 * Two regions with somebody of each role, and something of everything a page can show: a call-out with a team, one that
 * waits for the call to the agency, a booking, a drill, a shift, a note. No worker runs: nothing changes but by what is sent.
 */
export async function openTwoRegions() {
  const day = Temporal.Now.plainDateISO('America/New_York')
  const { base, regions } = await demoDatabase(['harbor', 'montgomery'], day, false)
  const { harbor, montgomery: other } = regions
  const empty = await openEmpty({}, base)
  const { services } = empty
  const { db, auth } = services
  const serve = app(services)
  const people: Person[] = []
  const person = async (
    name: string,
    role: Role,
    slug: 'harbor' | 'montgomery' = 'harbor',
    member: MemberId | null = null,
  ): Promise<Person> => {
    const at = slug === 'harbor' ? harbor : other
    const email = `${name}@peers.example`
    const accountId = await createAccount(auth, { email, name: '' })
    await db.write({ kind: 'system', regionId: at.regionId }, (tx) =>
      grantRole(tx, accountId, role, {
        ...(role === 'peer' ? { memberId: member ?? at.members[0]!.id } : {}),
        ...(role === 'agency_contact' ? { agencyId: [...at.agencies.values()][0]! } : {}),
      }),
    )
    const cookie = await signInAs(auth, accountId)
    const made = { accountId, email, role, slug, regionId: at.regionId, cookie }
    people.push(made)
    return made
  }
  const rae = await person('rae.h', 'duty_coordinator')
  const here: Installation = {
    ...empty,
    harbor,
    coordinator: rae.accountId,
    stop: () => empty.stop(),
  }
  const worker = await startJobs(services)
  const called = await callOut(here)
  const calls = [await callOut(here), await callOut(here), await callOut(here)]
  await worker.stop()
  const { rows: offers } = await base.admin.query<{ id: string; member_id: MemberId }>(
    `select id, member_id from activation.offer where plan_id = $1 and kind = 'peer' order by id`,
    [called.planId],
  )
  const seated = await answerOffer(
    db,
    { kind: 'member', memberId: offers[0]!.member_id, regionId: harbor.regionId },
    offers[0]!.id as never,
    { conflict: false, choice: 'coming', fromAt: null },
  )
  if (!seated.ok) throw new Error(seated.code)
  const names = ['', 'ana.p', 'bo.d', 'cy.c', 'di.n', 'ed.a', 'ivo.i', 'lou.l']
  for (const [index, role] of roles.entries())
    await person(names[index + 1]!, role, 'harbor', offers[0]!.member_id)
  await person('fay.p', 'peer', 'harbor', offers[1]!.member_id)
  await person('gus.a', 'administrator')
  await person('hal.d', 'duty_coordinator')
  const tara = await person('tara.l', 'duty_coordinator', 'montgomery')
  const { regionId } = harbor
  const coordinator: Actor = {
    kind: 'account',
    accountId: rae.accountId,
    regionId,
    roles: ['duty_coordinator'],
  }

  const asking = async () => {
    const now = Temporal.Now.instant()
    const asked = await requestTeam(db, regionId, {
      kind: 'child_death_or_injury',
      occurredAt: now.subtract({ hours: 2 }),
      overAt: now.subtract({ hours: 1 }),
      town: 'Larkfield',
      agencyId: harbor.agencies.get('Larkfield Fire')!,
      groups: [{ role: 'firefighters', count: 6 }],
      requesterName: 'Pat L.',
      callbackPhone: '617-555-0199',
    })
    if (!asked.ok) throw new Error(asked.code)
    return asked.value
  }

  const send = async (
    origin: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: string | FormData,
  ): Promise<Sent> => {
    const answer = await serve(
      new Request(new URL(path, origin), {
        method: body === undefined ? 'GET' : 'POST',
        redirect: 'manual',
        headers: {
          'accept-language': 'en',
          'sec-fetch-site': 'same-origin',
          ...(typeof body === 'string' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { body }),
      }),
    )
    const type = (answer.headers.get('content-type') ?? '').split(';', 1)[0]!
    const live = type === 'text/event-stream'
    if (live) await answer.body?.cancel()
    const location = answer.headers.get('location')
    return { status: answer.status, type, location, text: live ? '' : await answer.text() }
  }

  return {
    here,
    base,
    services,
    people,
    rae,
    tara,
    coordinator,
    harbor,
    other,
    called,
    /** Three more. */
    calls,
    person,
    offers,
    asking,
    send,
    signIn: (accountId: AccountId) => signInAs(auth, accountId),
    stop: () => empty.stop(),
  }
}
