import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import type { AgencyId, MemberId } from '../platform/ids.ts'
import type { Outcome } from '../platform/problem.ts'
import type { TypedForm } from '../platform/typedForm.ts'
import { clear } from './clearance.server.ts'
import { endDesignation, recordDesignation } from './designation.server.ts'
import { changeContact, confirmDetails } from './details.server.ts'
import { recordFurtherAgencies } from './furtherAgencies.server.ts'
import { deselectionGrounds, reinstatementGrounds, suspensionGrounds } from './grounds.ts'
import { returnEarly, takeLeave } from './leave.server.ts'
import type { MemberAct } from './memberAct.ts'
import { evidenceKinds } from './memberFile.ts'
import { addCredential, renewAgreement } from './papers.server.ts'
import type { RosterCode } from './problems.ts'
import { deselect, select } from './selection.server.ts'
import { reinstate, suspend } from './suspension.server.ts'

type Run = (db: Db, actor: Actor, member: MemberId) => Promise<Outcome<unknown, RosterCode>>

/** What each form of a member's page asks for. Reading comes first, so that every mistake is told at once. */
export const memberForms: Readonly<Record<MemberAct, (form: TypedForm<RosterCode>) => Run>> = {
  contact: (form) => {
    const given = { email: form.line('email', 254) }
    return (db, actor, member) => changeContact(db, actor, member, given)
  },
  confirmation: () => confirmDetails,
  credential: (form) => {
    const kept = form.optional('evidenceKept')
    const given = {
      kind: form.line('kind', 40),
      issuer: form.line('issuer'),
      number: form.line('number', 60),
      issuedOn: form.day('issuedOn'),
      expiresOn: form.day('expiresOn'),
      evidence: kept === '' ? null : { kind: form.choice('evidenceKind', evidenceKinds), kept },
    }
    return (db, actor, member) => addCredential(db, actor, member, given)
  },
  'further-agencies': (form) => {
    const agencies = form.ids<AgencyId>('agency')
    return (db, actor, member) => recordFurtherAgencies(db, actor, member, agencies)
  },
  agreement: (form) => {
    const signedOn = form.day('signedOn')
    return (db, actor, member) => renewAgreement(db, actor, member, signedOn)
  },
  designation: (form) => {
    const given = { document: form.line('document'), designatedOn: form.day('designatedOn') }
    return (db, actor, member) => recordDesignation(db, actor, member, given)
  },
  'designation-end': (form) => {
    const endedOn = form.day('endedOn')
    return (db, actor, member) => endDesignation(db, actor, member, endedOn)
  },
  leave: (form) => {
    const span = { startsOn: form.day('startsOn'), endsOn: form.day('endsOn') }
    return (db, actor, member) => takeLeave(db, actor, member, span)
  },
  'leave-end': (form) => {
    const backOn = form.day('backOn')
    return (db, actor, member) => returnEarly(db, actor, member, backOn)
  },
  selection: (form) => {
    const selectedOn = form.day('selectedOn')
    return (db, actor, member) => select(db, actor, member, selectedOn)
  },
  deselection: (form) => {
    const ground = form.choice('deselectionGround', deselectionGrounds)
    return (db, actor, member) => deselect(db, actor, member, ground)
  },
  suspension: (form) => {
    const ground = form.choice('suspensionGround', suspensionGrounds)
    return (db, actor, member) => suspend(db, actor, member, ground)
  },
  clearance: () => clear,
  reinstatement: (form) => {
    const ground = form.choice('reinstatementGround', reinstatementGrounds)
    return (db, actor, member) => reinstate(db, actor, member, ground)
  },
}
