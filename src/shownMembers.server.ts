import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DemoMember } from '../demo/cast.ts'
import { shownFile } from '../demo/shown.ts'
import { type Auth, createAccount, grantRole } from './identity/index.server.ts'
import type { Db } from './platform/db.server.ts'
import type { MemberId, RegionId } from './platform/ids.ts'
import { saveProfile } from './support/index.server.ts'

type Loaded = {
  readonly regionId: RegionId
  readonly members: readonly { readonly id: MemberId; readonly member: DemoMember }[]
}

/** Some show themselves, and some of these can sign in; their keys only their own browser could make. */
export async function showMembers(
  { db, auth }: { readonly db: Db; readonly auth: Auth },
  { regionId, members }: Loaded,
  folder: string,
): Promise<void> {
  const file = readFileSync(join(folder, 'harbor/peers.json'), 'utf8')
  for (const one of shownFile.parse(JSON.parse(file))) {
    const { id, member } = members.find((each) => each.member.key === one.key)!
    const account = one.account ? await createAccount(auth, { email: member.email, name: member.name }) : null
    await db.write({ kind: 'member', memberId: id, regionId }, async (tx) => {
      await saveProfile(tx, id, {
        ...{ shownAs: member.name, discipline: member.disciplines[0]!, languages: member.languages },
        agency: one.agency ? member.agency : null,
        ...{ lived: one.lived, answers: one.answers, published: true },
      })
    })
    if (account !== null)
      await db.write({ kind: 'system', regionId }, (tx) => grantRole(tx, account, 'peer', { memberId: id }))
  }
}
