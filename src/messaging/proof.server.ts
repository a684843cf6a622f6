import type { Reader, Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import { newId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { sendProof } from './jobs.ts'
import { e164, type PhoneChannel } from './phone.ts'
import { type MessagingCode, problem } from './problems.ts'
import { keepPhone } from './reach.server.ts'
import { stoppedPhones } from './stop.server.ts'
import type { MessagingTables } from './tables.server.ts'

const minutesValid = 10
const triesAllowed = 5
const perHour = 5

/** Six digits that follow from the proof's id and this installation's secret, so a repeat carries the same. */
export function proofCode(secrets: Secrets, proofId: string): string {
  return String(secrets.sign('phone proof', proofId).readUInt32BE(0) % 1_000_000).padStart(6, '0')
}

/** Sends a code to the number. An earlier code that was not used yet is worth nothing any more. */
export async function askForProof(
  tx: Tx,
  person: string,
  typed: string,
  channel: PhoneChannel,
): Promise<Outcome<null, MessagingCode>> {
  const phone = e164(typed)
  if (phone === null) return problem('phone_malformed', 'phone')
  if (channel === 'text' && (await stoppedPhones(tx)).has(phone)) return problem('phone_stopped', 'phone')
  const tables = tx.tables<MessagingTables>()
  const { count } = await tables
    .selectFrom('messaging.phone_proof')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('region_id', '=', tx.regionId)
    .where((eb) => eb.or([eb('person_id', '=', person), eb('phone', '=', phone)]))
    .where('asked_at', '>', tx.now.subtract({ hours: 1 }))
    .executeTakeFirstOrThrow()
  if (count >= perHour) return problem('proof_too_often', 'phone')
  await tables
    .updateTable('messaging.phone_proof')
    .set({ ended_at: tx.now })
    .where('region_id', '=', tx.regionId)
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .execute()
  const id = newId<string>()
  await tables
    .insertInto('messaging.phone_proof')
    .values({ region_id: tx.regionId, id, person_id: person, phone, channel })
    .execute()
  await enqueue(tx, sendProof, { regionId: tx.regionId, proofId: id }, { key: `proof:${id}` })
  return done(null)
}

export type OpenProof = { readonly id: string; readonly phone: string; readonly channel: PhoneChannel }

/** The proof somebody is in the middle of, if any. */
export async function openProof(reader: Reader, person: string): Promise<OpenProof | null> {
  const found = await open(reader).where('person_id', '=', person).executeTakeFirst()
  return found ?? null
}

export async function proofById(reader: Reader, id: string): Promise<OpenProof | null> {
  return (await open(reader).where('id', '=', id).executeTakeFirst()) ?? null
}

function open(reader: Reader) {
  return reader
    .tables<MessagingTables>()
    .selectFrom('messaging.phone_proof')
    .select(['id', 'phone', 'channel'])
    .where('region_id', '=', reader.regionId)
    .where('ended_at', 'is', null)
    .where('tries', '<', triesAllowed)
    .where('asked_at', '>', reader.now.subtract({ minutes: minutesValid }))
    .orderBy('asked_at', 'desc')
}

/** The code typed back: the number is theirs. Five tries, ten minutes. */
export async function provePhone(
  tx: Tx,
  secrets: Secrets,
  person: string,
  typed: string,
  /** Whose number it is: a member who coordinates is reached as both. */
  persons: readonly string[] = [person],
): Promise<Outcome<null, MessagingCode>> {
  const proof = await openProof(tx, person)
  if (proof === null) return problem('proof_over', 'code')
  const right = proofCode(secrets, proof.id) === typed.replaceAll(/\D/g, '')
  const tables = tx.tables<MessagingTables>()
  const mine = () =>
    tables
      .updateTable('messaging.phone_proof')
      .where('region_id', '=', tx.regionId)
      .where('id', '=', proof.id)
  if (!right) {
    await mine()
      .set((eb) => ({ tries: eb('tries', '+', 1) }))
      .execute()
    return problem('code_wrong', 'code')
  }
  await mine().set({ ended_at: tx.now }).execute()
  for (const one of persons) await keepPhone(tx, one, proof.phone)
  return done(null)
}
