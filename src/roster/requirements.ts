import type { Policy, StatePack } from '../region/index.ts'
import type { MemberRole } from './role.ts'

/** What somebody can lack, in the order it should be put right. */
export const missingCodes = [
  'selection',
  'certificate',
  'license',
  'chaplaincy',
  'state_certificate',
  'agreement',
  'designation',
  'standing',
  'leave',
] as const
export type Missing = (typeof missingCodes)[number]

/** What of a state's pack decides who may go. */
export type StateLaw = {
  readonly law: Pick<StatePack['law'], 'citation'>
  readonly supporter: Pick<StatePack['supporter'], 'certifiedBy' | 'designatedBefore'>
  readonly covered: Pick<StatePack['covered'], 'disciplines'>
}

/** What is asked of a member before they go: the region's policy, with the state's law on top. */
export type Requirements = {
  /** Kinds, every one of them valid on the day. */
  readonly certificates: Readonly<Record<MemberRole, readonly string[]>>
  /** A peer holds at least one certificate of one of these issuers; null: the law read names none. */
  readonly certifiedBy: readonly string[] | null
  readonly designation: 'required' | 'advised'
  /** Days after the group course before somebody leads. */
  readonly leadAfterDays: number
  /** Days before its end from which a document is said to lapse soon. */
  readonly lapsesSoonDays: number
  readonly sources: Readonly<Record<Missing, string>>
}

const coreCourses = 'ICISF team membership terms: both core courses, nobody untrained deploys'

/** Where each gate comes from; the state's own text takes the place of its line. */
export const gateSources: Requirements['sources'] = {
  selection:
    'general knowledge of the field: members are selected, and deselected on listed grounds (IACP); US Coast Guard COMDTINST 1754.3: screened',
  certificate: coreCourses,
  license: 'US Coast Guard COMDTINST 1754.3: a mental health professional is licensed besides the course',
  chaplaincy:
    'US Coast Guard COMDTINST 1754.3: chaplains, besides the course; that a body vouches for them is assumed',
  state_certificate: 'no state text read names an issuer',
  agreement: 'general knowledge of the field: signed confidentiality agreement; how long it holds is assumed',
  designation: 'designated by the agency beforehand: RCW 5.60.060, Louisiana CE 518',
  standing: 'Montgomery County (PA) team: suspension by review; general knowledge: IACP, good standing',
  leave: 'general knowledge of the field: leave of absence is offered (IACP); nobody goes while on leave',
}

/** Null: no pack of this state was read, so policy alone decides. */
export function requirementsFor(policy: Pick<Policy, 'standing'>, state: StateLaw | null): Requirements {
  const { certificates, designation, leadAfterDays, lapsesSoonDays } = policy.standing
  const certifiedBy = state?.supporter.certifiedBy ?? null
  const designatedByLaw = state?.supporter.designatedBefore === 'yes'
  return {
    certificates,
    certifiedBy,
    designation: designatedByLaw ? 'required' : designation,
    leadAfterDays,
    lapsesSoonDays,
    sources: {
      ...gateSources,
      ...(certifiedBy !== null && { state_certificate: state!.law.citation }),
      ...(designatedByLaw && { designation: state!.law.citation }),
    },
  }
}
