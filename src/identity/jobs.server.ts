import { DeliveryDelayed, deliver } from '../messaging/index.server.ts'
import type { MailTransport } from '../messaging/index.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import type { AccountId, RegionId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { type Handler, handle } from '../platform/worker.server.ts'
import { writeTrail } from './accountTrail.server.ts'
import { type Auth, emailOf } from './auth.server.ts'
import { removeFactors } from './endFactors.server.ts'
import { grantsOf } from './grants.server.ts'
import { loadInvitation } from './invitation.server.ts'
import { invitationToken } from './invitationLink.server.ts'
import {
  endFactors,
  leaveTrail,
  sendInvitation,
  sendSignIn,
  tellAccount,
  tellCodeUsed,
  tellRecovery,
} from './jobs.ts'
import { accountMail, codeUsedMail, invitationMail, recoveryMail, signInMail } from './mails.ts'
import { identityPaths } from './paths.ts'
import { confirmedRecovery, objectionToken, openRecoveries } from './recovery.server.ts'
import { agreeableFrom } from './recoveryTimes.ts'
import { markSent, mintSignIn } from './signIn.server.ts'

export type HandlerDeps = {
  readonly db: Db
  readonly auth: Auth
  readonly mail: MailTransport
  readonly secrets: Secrets
  readonly teamUrl: URL
  /** The clock a region lives by: a moment in a mail is said in it. */
  zoneOf(reader: Reader): Promise<string>
}

export function handlers(deps: HandlerDeps): Handler[] {
  const absolute = (path: string) => new URL(path, deps.teamUrl).href
  /** An account is of no region: the clock of the first one it has a role in. */
  const zoneFor = async (accountId: AccountId) => {
    const [first] = await grantsOf(deps.db, accountId)
    if (first === undefined) return 'UTC'
    return await deps.db.read({ kind: 'system', regionId: first.regionId as RegionId }, deps.zoneOf)
  }
  const tellOwner = async (
    { accountId, noticeId, at }: { accountId: string; noticeId: string; at?: number | undefined },
    mailTo: typeof accountMail,
  ) => {
    const to = await emailOf(deps.auth, accountId as AccountId)
    if (to === null) return
    const when =
      at === undefined
        ? null
        : { at: Temporal.Instant.fromEpochMilliseconds(at), zone: await zoneFor(accountId as AccountId) }
    const mail = mailTo(absolute(identityPaths.account()), when)
    const outcome = await deps.mail.send({ to, ...mail, messageId: `account.${noticeId}@tailboard` })
    if (outcome === 'unreachable') throw new DeliveryDelayed('the mail system could not be reached')
  }
  return [
    handle(sendSignIn, async ({ challengeId }) => {
      const minted = await mintSignIn(deps.auth, deps.secrets, challengeId)
      if (minted === null) return
      const link = absolute(identityPaths.signInLink(minted.token))
      const outcome = await deps.mail.send({
        to: minted.to,
        ...signInMail(minted.language, link, minted.code),
        messageId: `sign-in.${challengeId}@tailboard`,
      })
      if (outcome === 'unreachable') throw new DeliveryDelayed('the mail system could not be reached')
      await markSent(deps.auth, challengeId)
    }),
    handle(tellAccount, (notice) => tellOwner(notice, accountMail)),
    handle(tellCodeUsed, (notice) => tellOwner(notice, codeUsedMail)),
    handle(leaveTrail, (given) => writeTrail(deps.db, { ...given, accountId: given.accountId as AccountId })),
    handle(tellRecovery, async (payload) => {
      const regionId = payload.regionId as RegionId
      const actor = { kind: 'system', regionId } as const
      await deliver(deps, actor, `recovery.${payload.recoveryId}`, async (reader) => {
        const open = (await openRecoveries(reader)).find((one) => one.id === payload.recoveryId)
        const to = open === undefined ? null : await emailOf(deps.auth, open.accountId)
        if (to === null) return null
        const token = objectionToken(deps.secrets, reader, payload.recoveryId)
        const times = { from: agreeableFrom(open!.startedAt), zone: await deps.zoneOf(reader) }
        return { to, ...recoveryMail(absolute(identityPaths.objection(token)), times) }
      })
    }),
    handle(endFactors, async ({ regionId, recoveryId }) => {
      const actor = { kind: 'system', regionId: regionId as RegionId } as const
      const agreed = await deps.db.read(actor, (reader) => confirmedRecovery(reader, recoveryId))
      if (agreed === null) return
      const why = { act: 'recovery_done', bySystem: { changeId: recoveryId } } as const
      await removeFactors(deps.auth, agreed.accountId, agreed.at, why)
    }),
    handle(sendInvitation, async (payload) => {
      const regionId = payload.regionId as RegionId
      await deliver(
        deps,
        { kind: 'system', regionId },
        `invitation.${payload.invitationId}`,
        async (reader) => {
          const invitation = await loadInvitation(reader, payload.invitationId, null)
          if (invitation === null || invitation.email === null) return null
          const token = invitationToken(deps.secrets, regionId, invitation.id)
          return { to: invitation.email, ...invitationMail(absolute(identityPaths.invitation(token))) }
        },
      )
    }),
  ]
}
