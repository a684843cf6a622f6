import {
  type Auth,
  accountName,
  accountsWith,
  contactAgencies,
  emailOf,
  eraseAccount,
  factorsOf,
  forgetAccountHere,
  type Grant,
  grantsOf,
  sessionsOf,
} from '../identity/index.server.ts'
import { browsersOf, forgetPerson, reachOf } from '../messaging/index.server.ts'
import type { Db } from '../platform/db.server.ts'
import type { AccountId, RegionId } from '../platform/ids.ts'
import { loadRegion } from '../region/index.server.ts'
import { ownMember } from '../roster/index.server.ts'
import { forgetLearner } from '../training/index.server.ts'

type Deps = { readonly db: Db; readonly auth: Auth }

/** What is held about an account and its person, in every region of theirs; `docs/operations.md` names the fields. */
export async function ownRecord({ db, auth }: Deps, accountId: AccountId): Promise<Record<string, unknown>> {
  const { passkeys, app, codesLeft } = await factorsOf(auth, accountId)
  const regions = []
  for (const [regionId, grants] of byRegion(await grantsOf(db, accountId)))
    regions.push(
      await db.read({ kind: 'system', regionId }, async (reader) => {
        const memberId = memberOf(grants)
        const person = memberId ?? accountId
        const { phone, phoneProven, byMail, byText, byCall, byPush, lang } = await reachOf(reader, person)
        return {
          region: (await loadRegion(reader)).name,
          roles: [...new Set(grants.map((grant) => grant.role))],
          speaksFor: await contactAgencies(reader, accountId),
          reach: { phone, phoneProven, byMail, byText, byCall, byPush, lang },
          browsers: (await browsersOf(reader, person)).map(({ endpoint, madeAt }) => ({ endpoint, madeAt })),
          roster: memberId === null ? null : await ownMember.record(reader, memberId),
        }
      }),
    )
  return {
    format: 'tailboard own record 1',
    account: {
      address: await emailOf(auth, accountId),
      name: await accountName(auth, accountId),
      passkeys: passkeys.map(({ name, madeAt, usedOn }) => ({ name, madeAt, usedOn })),
      authenticatorApp: app,
      printedCodesLeft: codesLeft,
      sessions: (await sessionsOf(auth, accountId)).map(({ openedAt, seenOn, strength }) => ({
        ...{ openedAt, seenOn, strength },
      })),
    },
    regions,
  }
}

/** `last_administrator`: nobody could run a region then; `bound`: a session of theirs runs or lies ahead. */
export type Refusal = { readonly why: 'last_administrator' | 'bound'; readonly region: string }

/** Erases an account and what names its person; answers why not, and then nothing was touched. */
export async function eraseOwn({ db, auth }: Deps, accountId: AccountId): Promise<Refusal | null> {
  const regions = byRegion(await grantsOf(db, accountId))
  const email = (await emailOf(auth, accountId)) ?? ''
  for (const [regionId, grants] of regions) {
    const refusal = await db.read({ kind: 'system', regionId }, async (reader): Promise<Refusal | null> => {
      const region = (await loadRegion(reader)).name
      const administrators = await accountsWith(reader, 'administrator')
      if (administrators.length === 1 && administrators[0] === accountId)
        return { why: 'last_administrator', region }
      const memberId = memberOf(grants)
      return memberId !== null && (await ownMember.boundAhead(reader, memberId))
        ? { why: 'bound', region }
        : null
    })
    if (refusal !== null) return refusal
  }
  for (const [regionId, grants] of regions) {
    const refusal = await db.write({ kind: 'system', regionId }, async (tx): Promise<Refusal | null> => {
      if (!(await forgetAccountHere(tx, accountId, email)))
        return { why: 'last_administrator', region: (await loadRegion(tx)).name }
      const memberId = memberOf(grants)
      await forgetPerson(tx, memberId === null ? [accountId] : [memberId, accountId])
      await forgetLearner(tx, accountId, email)
      if (memberId !== null) await ownMember.pseudonymise(tx, memberId)
      return null
    })
    if (refusal !== null) return refusal
  }
  await eraseAccount(auth, accountId)
  return null
}

function byRegion(grants: readonly Grant[]): Map<RegionId, Grant[]> {
  return Map.groupBy(grants, (grant) => grant.regionId)
}

const memberOf = (grants: readonly Grant[]) =>
  grants.find((grant) => grant.memberId !== null)?.memberId ?? null
