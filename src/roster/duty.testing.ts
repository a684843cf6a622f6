import { type Installation, openInstallation } from '../../test/harness/installation.ts'
import { signInAs } from '../../test/harness/signIn.ts'
import { app } from '../app.tsx'
import { createAccount, grantRole } from '../identity/index.server.ts'
import type { AccountId, MemberId } from '../platform/ids.ts'

type Fields = Readonly<Record<string, string>>

/** The team's pages with people signed in, each asking under their own cookie. */
export async function openDuty() {
  const here: Installation = await openInstallation()
  const serve = app(here.services)
  const { harbor, services } = here
  const asking =
    (cookie: string) =>
    async (path: string, fields?: Fields, headers: Fields = {}) => {
      const answer = await serve(
        new Request(new URL(path, here.teamUrl), {
          method: fields === undefined ? 'GET' : 'POST',
          headers: { 'sec-fetch-site': 'same-origin', cookie, ...headers },
          ...(fields === undefined ? {} : { body: new URLSearchParams(fields) }),
        }),
      )
      return { status: answer.status, headers: answer.headers, text: await answer.text() }
    }
  const account = async (email: string, role: 'peer' | 'duty_coordinator', memberId?: MemberId) => {
    const accountId = await createAccount(services.auth, { email, name: '' })
    await services.db.write({ kind: 'system', regionId: harbor.regionId }, (tx) =>
      grantRole(tx, accountId, role, memberId === undefined ? {} : { memberId }),
    )
    return accountId
  }
  const person = async (accountId: AccountId) => ({
    accountId,
    ask: asking(await signInAs(services.auth, accountId)),
  })
  return {
    here,
    rae: await person(here.coordinator),
    stranger: asking(''),
    /** Another coordinator. */
    coordinator: async (email: string) => person(await account(email, 'duty_coordinator')),
    /** A member of the roster, with nothing on their calendar. */
    async peer(name: string) {
      const { id, member } = harbor.members.find((one) => one.member.name === name)!
      for (const table of ['on_call_shift', 'unavailability'])
        await here.base.admin.query(`delete from roster.${table} where member_id = $1`, [id])
      return { id, member, ...(await person(await account(member.email, 'peer', id))) }
    },
  }
}

export type Duty = Awaited<ReturnType<typeof openDuty>>
