import { evidenceKinds } from './memberFile.ts'
import { ownCourseKind } from './ownCourseKind.ts'
import { folded, type SheetCredential, type SheetKnown } from './sheetKnown.ts'
import { memberByEmail } from './sheetMember.ts'
import type { SheetReader } from './sheetPlan.ts'
import { type SheetRow, unread } from './sheetRow.ts'

/** What a spreadsheet makes of a long number: 1.23E+11. */
const shortened = /^\d([.,]\d+)?E\+\d+$/i

/** A credential is known by kind, issuer, number and day of issue. What was seen once stays as it was seen. */
export function credentialReader(known: SheetKnown): SheetReader<SheetCredential, never> {
  const memberOf = memberByEmail(known)
  const emailOf = new Map(known.members.map((member) => [member.id, member.email]))
  const there = new Map(known.credentials.map((one) => [keyOf(one), one]))
  const takenBack = new Set((known.takenBack ?? []).map(keyOf))
  const kinds = new Map([...known.kinds].map((kind) => [folded(kind), kind]))
  const exact = new Set(known.credentials.map((one) => one.kind))
  const kindOf = (row: SheetRow) => {
    const given = row.text('kind', 60)
    return given === unread || exact.has(given) ? given : (kinds.get(folded(given)) ?? given)
  }
  const numberOf = (row: SheetRow) => {
    const given = row.text('number')
    return given !== unread && shortened.test(given) ? row.refuse('number', 'number_shortened') : given
  }
  return {
    read(row) {
      const [issuedOn, expiresOn] = [row.day('issued_on'), row.day('expires_on')]
      const backwards =
        issuedOn !== unread && expiresOn !== unread && Temporal.PlainDate.compare(issuedOn, expiresOn) >= 0
      return {
        memberId: memberOf(row),
        kind: kindOf(row),
        issuer: row.text('issuer'),
        number: numberOf(row),
        issuedOn,
        expiresOn: backwards ? row.refuse('expires_on', 'ends_before_start', String(issuedOn)) : expiresOn,
        evidence: evidenceOf(row),
      }
    },
    key: ({ kind, issuer, number, issuedOn }) =>
      kind === unread || issuer === unread || number === unread || issuedOn === unread
        ? null
        : keyOf({ kind, issuer, number, issuedOn }),
    decide(row, given) {
      const one = there.get(keyOf(given))
      if (one === undefined) {
        if (takenBack.has(keyOf(given))) return row.refuse('number', 'taken_back')
        // One that its course filed may stand in a sheet that was exported; a new one is nobody's to type.
        if (ownCourseKind(given.kind)) return row.refuse('kind', 'own_course')
        if (Temporal.PlainDate.compare(given.issuedOn, known.today) > 0)
          return row.refuse('issued_on', 'in_future')
        return { what: 'added', row: row.row, given }
      }
      const evidence = row.has('evidence_kind') ? given.evidence : one.evidence
      const kept = [
        ['email', given.memberId, one.memberId, emailOf.get(one.memberId) ?? ''],
        ['expires_on', String(given.expiresOn), String(one.expiresOn), String(one.expiresOn)],
        ['evidence_kind', evidence?.kind, one.evidence?.kind, one.evidence?.kind ?? '–'],
        ['evidence_kept', evidence?.kept, one.evidence?.kept, one.evidence?.kept ?? '–'],
      ] as const
      const other = kept.filter(([, wanted, has]) => wanted !== has)
      for (const [column, , , has] of other) row.refuse(column, 'kept_otherwise', has)
      return other.length > 0 ? unread : { what: 'unchanged', row: row.row }
    },
  }
}

export function credentialCells(one: SheetCredential, email: string): string[] {
  return [
    email,
    one.kind,
    one.issuer,
    one.number,
    one.issuedOn.toString(),
    one.expiresOn.toString(),
    one.evidence?.kind ?? '',
    one.evidence?.kept ?? '',
  ]
}

function keyOf(one: Pick<SheetCredential, 'kind' | 'issuer' | 'number' | 'issuedOn'>): string {
  return JSON.stringify([one.kind, one.issuer, one.number, one.issuedOn.toString()])
}

/** Both cells or neither. */
function evidenceOf(row: SheetRow) {
  if (row.isEmpty('evidence_kind') && row.isEmpty('evidence_kept')) return null
  if (row.isEmpty('evidence_kind')) return row.refuse('evidence_kind', 'evidence_half')
  if (row.isEmpty('evidence_kept')) return row.refuse('evidence_kept', 'evidence_half')
  const [kind, kept] = [row.option('evidence_kind', evidenceKinds), row.text('evidence_kept', 200)]
  return kind === unread || kept === unread ? unread : { kind, kept }
}
