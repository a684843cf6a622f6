import { type Auth, createAccount, grantRole, grantsOf } from '../identity/index.server.ts'
import { emailFrom } from '../identity/index.ts'
import { refusedBy } from '../platform/constraint.server.ts'
import type { Db } from '../platform/db.server.ts'
import { type AccountId, newId, type RegionId } from '../platform/ids.ts'
import { done, type Outcome, problemsOf } from '../platform/problem.ts'
import { foundRegion, type NewRegion } from '../region/index.server.ts'
import type { StatePack } from '../region/index.ts'
import { adoptStateLaw } from '../roster/index.server.ts'

const kinds = { slug_taken: 'conflict', email_malformed: 'invalid' } as const
export type SetUpCode = keyof typeof kinds
const problem = problemsOf<SetUpCode>(kinds)

type Deps = { readonly db: Db; readonly auth: Auth; readonly packs: ReadonlyMap<string, StatePack> }

/**
 * A region with its policy, its state's law and its first person, who administers and coordinates: all of it or nothing.
 * The account lives behind another role and is made first; without a grant it can do nothing, should the rest fail. A
 * typed address proves nothing: `proven` is false where it names somebody who has roles already, who then signs in by mail.
 */
export async function setUpRegion(
  { db, auth, packs }: Deps,
  region: NewRegion,
  typedEmail: string,
): Promise<Outcome<{ accountId: AccountId; proven: boolean }, SetUpCode>> {
  const email = emailFrom(typedEmail)
  if (email === null) return problem('email_malformed', 'email')
  const accountId = await createAccount(auth, { email, name: '' })
  const proven = (await grantsOf(db, accountId)).length === 0
  const regionId = newId<RegionId>()
  return await refusedBy({ region_slug_unique: problem('slug_taken', 'slug') }, () =>
    db.write({ kind: 'system', regionId }, async (tx) => {
      await foundRegion(tx, region)
      await adoptStateLaw(tx, packs.get(region.state))
      for (const role of ['administrator', 'duty_coordinator'] as const) {
        const granted = await grantRole(tx, accountId, role)
        if (!granted.ok) throw new Error(`the first administrator can't be ${role}: ${granted.code}`)
      }
      return done({ accountId, proven })
    }),
  )
}
