export type ReadyCode =
  | 'agencies'
  | 'members'
  | 'deployable'
  | 'coordinators'
  | 'policy'
  | 'law_unread'
  | 'law_unreviewed'
  | 'law_reviewed'
  | 'mail'
  | 'no_mail'
  | 'help_lines'

export type ReadyLine = {
  readonly code: ReadyCode
  readonly stands: boolean
  readonly counts: readonly number[]
}

export type RegionFacts = {
  readonly agencies: number
  readonly members: number
  /** Of the members: who could go today, and who of them could lead or is a mental health professional. */
  readonly deployable: { readonly all: number; readonly leads: number; readonly mhps: number }
  readonly coordinators: number
  readonly law: 'unread' | 'unreviewed' | 'reviewed'
  readonly mail: boolean
  readonly uncheckedLines: number
}

/** What a region needs before its first call-out, in the order in which it is brought in. Nothing here stops anybody. */
export function readyLines(facts: RegionFacts): readonly ReadyLine[] {
  const { deployable } = facts
  const line = (code: ReadyCode, stands: boolean, ...counts: number[]) => ({ code, stands, counts })
  return [
    // The affected agency's own people stay away, so one agency alone can never help itself.
    line('agencies', facts.agencies >= 2, facts.agencies),
    line('members', facts.members > 0, facts.members),
    line(
      'deployable',
      deployable.leads > 0 && deployable.mhps > 0,
      deployable.all,
      deployable.leads,
      deployable.mhps,
    ),
    line('coordinators', facts.coordinators >= 2, facts.coordinators),
    line('policy', true),
    line(`law_${facts.law}`, facts.law === 'reviewed'),
    line(facts.mail ? 'mail' : 'no_mail', facts.mail),
    line('help_lines', facts.uncheckedLines === 0, facts.uncheckedLines),
  ]
}
