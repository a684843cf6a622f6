import type { IncidentKind, InterventionType, SeatKind } from './kinds.ts'

export type Team = readonly { readonly kind: SeatKind; readonly count: number }[]

/**
 * Roles and counts by type. Sources: a defusing needs any trained team member (US Coast Guard COMDTINST 1754.3),
 * two peers are typical (general knowledge); a CISD is led or co-led by a mental health professional with peers,
 * about one member to five to seven participants, at least one professional and two peers (general knowledge).
 */
export function teamFor(
  type: InterventionType,
  participants: number,
  kind: IncidentKind,
  participantsPerMember: number,
): Team {
  switch (type) {
    case 'onSceneSupport':
      return seats(1, 1, 0, 0)
    case 'rits':
      return seats(1, 2, 1, 0)
    case 'defusing':
      return seats(1, participants > 10 ? 2 : 1, 0, 0)
    case 'cisd':
      return seats(
        1,
        Math.min(3, Math.max(1, Math.ceil(participants / participantsPerMember) - 1)),
        1,
        withChaplain(kind) ? 1 : 0,
      )
    case 'cmb':
      return seats(1, 0, 1, 0)
    case 'orgConsultation':
      return seats(1, 0, 1, 0)
  }
}

/** Grief for one of their own: a chaplain comes along (US Coast Guard COMDTINST 1754.3; the choice is inference). */
function withChaplain(kind: IncidentKind): boolean {
  return kind === 'line_of_duty_death' || kind === 'colleague_suicide'
}

function seats(lead: number, peer: number, mhp: number, chaplain: number): Team {
  const all: Team = [
    { kind: 'lead', count: lead },
    { kind: 'peer', count: peer },
    { kind: 'mhp', count: mhp },
    { kind: 'chaplain', count: chaplain },
  ]
  return all.filter((seat) => seat.count > 0)
}
