import { type AffectedRole, affectedRoles, type IncidentKind, incidentKinds } from '../incident/index.ts'
import { isPhone } from '../platform/phone.ts'
import { hasUnseen } from '../platform/unseen.ts'
import type { Agency } from '../region/index.ts'
import { readField } from '../ui/moment.ts'
import type { RequestFacts } from './requestFacts.ts'
import type { RequestWord } from './words.ts'

export type Fields = Readonly<Record<string, string>>
export type FormError = { readonly field: string; readonly word: RequestWord }
export type Parsed =
  | { readonly ok: true; readonly facts: RequestFacts }
  | { readonly ok: false; readonly errors: readonly FormError[] }

export const countField = (role: AffectedRole) => `count_${role}`

/**
 * The eight facts from the form as typed. Every mistake is told at once, at its field; nothing is saved here.
 * Times are read in the region's zone.
 */
export function parseRequest(
  fields: Fields,
  agencies: readonly Agency[],
  timeZone: string,
  now: Temporal.Instant,
): Parsed {
  const errors: FormError[] = []
  const fail = (field: string, word: RequestWord) => errors.push({ field, word })
  const text = (name: string, word: RequestWord, longest: number): string => {
    const value = fields[name] ?? ''
    if (value.length === 0 || value.length > longest || hasUnseen(value)) fail(name, word)
    return value
  }
  // Before anything else: nothing is sent while somebody may die and nobody was called.
  if (fields.danger === 'yes') return { ok: false, errors: [{ field: 'danger', word: 'errorDanger' }] }
  const kind = incidentKinds.find((one) => one === fields.kind)
  if (kind === undefined) fail('kind', 'errorKind')
  const occurredAt = readField(fields.occurredAt ?? '', timeZone)
  // A year typed halfway, "0026", is a date to the browser.
  if (occurredAt === null || occurredAt.epochMilliseconds < 0) fail('occurredAt', 'errorOccurredAt')
  else if (later(occurredAt, now)) fail('occurredAt', 'errorFuture')
  const agency = agencies.find((one) => one.id === fields.agency)
  if (agency === undefined) fail('agency', 'errorAgency')
  const town = text('town', 'errorTown', 80)
  const groups = readCounts(fields, fail)
  const overAt = readOver(fields, occurredAt, timeZone, now, fail)
  const requesterName = text('requesterName', 'errorName', 80)
  const callbackPhone = fields.callbackPhone ?? ''
  if (!isPhone(callbackPhone)) fail('callbackPhone', 'errorPhone')

  if (errors.length > 0) return { ok: false, errors }
  return {
    ok: true,
    facts: {
      kind: kind as IncidentKind,
      occurredAt: occurredAt!,
      overAt,
      town,
      agencyId: agency!.id,
      groups,
      requesterName,
      callbackPhone,
    },
  }
}

type Fail = (field: string, word: RequestWord) => void

function readCounts(fields: Fields, fail: Fail): { role: AffectedRole; count: number }[] {
  const groups: { role: AffectedRole; count: number }[] = []
  let broken = false
  for (const role of affectedRoles) {
    const typed = fields[countField(role)] ?? ''
    if (typed === '' || typed === '0') continue
    const count = /^\d{1,4}$/.test(typed) ? Number(typed) : 0
    if (count >= 1 && count <= 5000) groups.push({ role, count })
    else {
      fail(countField(role), 'errorCount')
      broken = true
    }
  }
  if (groups.length === 0 && !broken) fail(countField(affectedRoles[0]), 'errorNobody')
  return groups
}

function readOver(
  fields: Fields,
  occurredAt: Temporal.Instant | null,
  timeZone: string,
  now: Temporal.Instant,
  fail: Fail,
): Temporal.Instant | null {
  if (fields.over !== 'yes' && fields.over !== 'no') {
    fail('over', 'errorOver')
    return null
  }
  if (fields.over === 'no') return null
  const overAt = readField(fields.overAt ?? '', timeZone)
  if (overAt === null) fail('overAt', 'errorOverAt')
  else if (later(overAt, now)) fail('overAt', 'errorFuture')
  else if (occurredAt !== null && later(occurredAt, overAt)) fail('overAt', 'errorOverBefore')
  return overAt
}

function later(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) > 0
}
