import { audit } from '../audit/index.server.ts'
import { emailFrom } from '../identity/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import type { MemberId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { atAgency } from '../region/index.server.ts'
import { act } from './actOn.server.ts'
import { addMembers } from './addMembers.server.ts'
import type { Member } from './member.ts'
import { problem, type RosterCode } from './problems.ts'

/** Somebody new on the roster, with nothing on file: they are not deployable until everything is. */
export async function addMember(
  db: Db,
  actor: Actor,
  given: Omit<Member, 'id'>,
): Promise<Outcome<{ memberId: MemberId }, RosterCode>> {
  return await act(db, actor, 'add_member', null, async (tx) => {
    const email = emailFrom(given.email)
    if (email === null) return problem('email_malformed', 'email')
    if (await atAgency(tx, email)) return problem('email_of_agency', 'email')
    const nothing = { credentials: [], agreement: null, designation: null, suspendedFrom: null }
    const [memberId] = await addMembers(tx, [{ ...given, email, selectedOn: null, ...nothing }])
    await audit(tx, { act: 'member_added', subject: { member: memberId! } })
    return done({ memberId: memberId! })
  })
}
