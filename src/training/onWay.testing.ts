import { grantRole } from '../identity/index.server.ts'
import { type MemberId, newId } from '../platform/ids.ts'
import { doneWith } from '../platform/outcome.testing.ts'
import { changePolicy, loadPolicy } from '../region/index.server.ts'
import {
  addMember,
  adoptStateLaw,
  loadFiles,
  loadRequirements,
  recordDesignation,
  renewAgreement,
  select,
} from '../roster/index.server.ts'
import { deployableOn } from '../roster/index.ts'
import { issueCertificate } from './certificate.server.ts'
import type { ClaimGiven } from './claim.ts'
import { enterClaim } from './claims.server.ts'
import { enrol } from './classes.testing.ts'
import { tinyCourse, tinyLibrary } from './course.testing.ts'
import { openTraining, type Person } from './training.testing.ts'
import { loadWay } from './wayView.server.ts'

export const day = (text: string) => Temporal.PlainDate.from(text)
const law = {
  law: { citation: 'M.G.L. c. 233, § 20O' },
  supporter: { certifiedBy: ['MPSN', 'ICISF'], designatedBefore: 'unknown' as const },
  covered: { disciplines: [] },
}

/** A paper of the ICISF as its holder enters it. */
export const claim = (more: Partial<ClaimGiven> = {}): ClaimGiven => ({
  ...{ id: newId<string>(), kind: 'AIC', issuer: 'ICISF', number: `N-${newId().slice(-6)}` },
  ...{ issuedOn: day('2026-05-01'), expiresOn: day('2029-05-01'), name: 'Kit A.' },
  evidence: { kind: 'certificate', kept: 'binder 4' },
  ...more,
})

/** A region of Massachusetts whose policy asks every peer for an `AIC`, a coordinator, and hands that lay people and their papers. */
export async function openWay() {
  const training = await openTraining()
  const { base, here, person } = training
  const deps = { ...training.deps, library: tinyLibrary }
  const keeper = person('duty_coordinator')
  await base.db.write(keeper, (tx) => adoptStateLaw(tx, law))
  const asks = async (kinds: string[]) => {
    const administrator = person('administrator')
    const { version } = await base.db.read(administrator, loadPolicy)
    const changed = await changePolicy(base.db, administrator, version, [
      { path: 'standing.certificates.peer', new: kinds },
    ])
    if (!changed.ok && changed.code !== 'nothing_changed') throw new Error(changed.code)
  }
  await asks(['AIC'])
  return {
    ...{ ...training, deps, keeper, asks },
    async entered(who: Person, more: Partial<ClaimGiven> = {}): Promise<ClaimGiven> {
      const given = claim(more)
      doneWith(await enterClaim(deps, who, given))
      return given
    },
    /** On the team in every other respect; `papers`: none yet. */
    async member(who: Person): Promise<MemberId> {
      const { memberId } = doneWith(
        await addMember(base.db, keeper, {
          ...{ agencyId: here.agencyId, furtherAgencies: [], name: 'Kit A.', email: who.email, role: 'peer' },
          ...{ rankBand: 'line', disciplines: ['fire'], languages: ['en'], town: 'Larkfield', place: null },
        }),
      )
      const { db } = base
      await db.write(keeper, (tx) => grantRole(tx, who.accountId, 'peer', { memberId }))
      doneWith(await select(db, keeper, memberId, day('2027-02-01')))
      doneWith(await renewAgreement(db, keeper, memberId, day('2027-02-01')))
      doneWith(
        await recordDesignation(db, keeper, memberId, {
          document: 'Letter',
          designatedOn: day('2027-02-01'),
        }),
      )
      return memberId
    },
    deployable: (memberId: MemberId, on = day('2027-03-01')): Promise<boolean> =>
      base.db.read(keeper, async (reader) => {
        const file = (await loadFiles(reader, 'America/New_York', memberId)).get(memberId)!
        const { policy } = await loadPolicy(reader)
        return deployableOn(file, on, await loadRequirements(reader, policy)).deployable
      }),
    async way(who: Person, memberId: MemberId | null) {
      return (await base.db.read(who, (reader) => loadWay(reader, deps, who.accountId, memberId))).way
    },
    /** Gives somebody our certificate of the tiny course, and answers its id. */
    async certified(who: Person, from: string, until: string): Promise<string> {
      const enrolmentId = await enrol(base, here.regionId, who.accountId, 'Kit A.', { ended: 'finished' })
      return await base.db.write({ kind: 'system', regionId: here.regionId }, (tx) =>
        issueCertificate(tx, {
          ...{
            enrolmentId,
            accountId: who.accountId,
            name: 'Kit A.',
            course: 'tiny',
            title: tinyCourse.title,
          },
          ...{
            fingerprint: tinyCourse.fingerprint,
            onlineMinutes: 60,
            inPersonMinutes: 120,
            scorePercent: 90,
          },
          ...{ issuedOn: day(from), expiresOn: day(until) },
        }),
      )
    },
  }
}
