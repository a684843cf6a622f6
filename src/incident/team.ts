import type { BesideType, IncidentKind, InterventionType, SeatKind } from './kinds.ts'

export type Team = readonly { readonly kind: SeatKind; readonly count: number }[]

/**
 * Roles and counts by type. Sources: a defusing needs any trained team member (US Coast Guard COMDTINST 1754.3),
 * two peers are typical (general knowledge); a CISD is led or co-led by a mental health professional with peers,
 * about one member to five to seven participants, at least one professional and two peers (general knowledge).
 * A group split into several circles has one such team for each; a briefing is repeated by the same team.
 */
export function teamFor(
  type: InterventionType,
  participants: number,
  kind: IncidentKind,
  participantsPerMember: number,
  sessions = 1,
): Team {
  if ((type === 'defusing' || type === 'cisd') && sessions > 1) {
    const one = teamFor(type, Math.ceil(participants / sessions), kind, participantsPerMember)
    return one.map((seat) => ({ ...seat, count: seat.count * sessions }))
  }
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

/**
 * Families: led by a mental health professional, with a peer (general knowledge of the field) and, after a death, a
 * chaplain. Pastoral support is a chaplain's alone.
 */
export function besideTeam(type: BesideType, kind: IncidentKind): Team {
  return type === 'familySupport' ? seats(0, 1, 1, withChaplain(kind) ? 1 : 0) : seats(0, 0, 0, 1)
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
