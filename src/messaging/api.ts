import { type Context, Hono } from 'hono'
import type { z } from 'zod'
import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import { formDataOf } from '../platform/http.server.ts'
import { parseId, type RegionId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { anyFields, proofParams, receiptFields, receiptQuery, textFields } from './doors.ts'
import type { PhoneProvider } from './phone.ts'
import { proofById, proofCode } from './proof.server.ts'
import { whosePhone } from './reach.server.ts'
import { noteState } from './receipt.server.ts'
import { replyXml, speechXml } from './speech.ts'
import { noteStart, noteStop } from './stop.server.ts'
import type { MessagingTables } from './tables.server.ts'
import { textCommand } from './textCommand.ts'
import { stateNamed } from './twilio.server.ts'

/** One person of one region, whose proven number a text came from. */
export type Texter = { readonly regionId: RegionId; readonly personId: string }

export type HookDeps = {
  readonly db: Db
  readonly secrets: Secrets
  readonly phones: readonly PhoneProvider[]
  /** This installation's own public address, as the provider knows it: part of what is signed. */
  readonly publicUrl: URL
  /** What a text that is no STOP means is its asker's affair. Answers one segment, or null for silence. */
  onText(texters: readonly Texter[], text: string): Promise<string | null>
}

/**
 * The fields of a request that comes from the provider its address names, or what it is answered: a forged one learns
 * nothing, and a signed one of another shape than the document's changes nothing.
 */
export async function fromProvider<Fields>(
  context: Context,
  deps: Pick<HookDeps, 'phones' | 'publicUrl'>,
  shape: z.ZodType<Fields>,
): Promise<Fields | Response> {
  const provider = deps.phones.find((one) => one.name === context.req.param('provider'))
  if (provider === undefined) return context.text('', 403)
  const { pathname, search } = new URL(context.req.url)
  // As it was sent: what is signed are the fields with every space, and phones like to end a word with one.
  const fields: Record<string, string> = {}
  for (const [name, value] of await formDataOf(context.req))
    if (typeof value === 'string') fields[name] = value
  const asked = new URL(`${pathname}${search}`, deps.publicUrl).href
  if (!provider.isFrom(asked, fields, context.req.header('x-twilio-signature') ?? null))
    return context.text('', 403)
  return shape.safeParse(fields).data ?? context.text('', 400)
}

export const hookPaths = {
  texts: (provider: string) => `/hooks/${provider}/texts`,
  receipts: (provider: string, regionId: string, key: string, attempt: number) =>
    `/hooks/${provider}/receipts?${new URLSearchParams({ region: regionId, key, attempt: String(attempt) })}`,
  proof: (provider: string, regionId: string, proofId: string) =>
    `/hooks/${provider}/codes/${regionId}/${proofId}`,
}

const xml = (context: Context, body: string) =>
  context.body(body, 200, { 'content-type': 'text/xml; charset=utf-8' })

/** What phone providers call: receipts, texts that came in, the script of a call that brings a code. */
export function hookRoutes(deps: HookDeps): Hono {
  const app = new Hono()
  const system = (regionId: RegionId): Actor => ({ kind: 'system', regionId })

  app.post('/hooks/:provider/receipts', async (context) => {
    const fields = await fromProvider(context, deps, receiptFields)
    if (fields instanceof Response) return fields
    const about = receiptQuery.safeParse(context.req.query()).data
    if (about === undefined) return context.text('', 400)
    const state = stateNamed(fields.MessageStatus ?? fields.CallStatus ?? '')
    const regionId = parseId<RegionId>(about.region)!
    if (state !== null)
      await deps.db.write(system(regionId), (tx) => noteState(tx, about.key, about.attempt, state))
    return context.body(null, 204)
  })

  app.post('/hooks/:provider/texts', async (context) => {
    const fields = await fromProvider(context, deps, textFields)
    if (fields instanceof Response) return fields
    const { From: from, Body: body = '', MessageSid: reference } = fields
    const texters = await whosePhone(deps.db, from)
    if (texters.length === 0) return xml(context, replyXml(null))
    const first = texters[0]!.regionId
    if (await wasSeen(deps.db, first, reference)) return xml(context, replyXml(null))
    const reply = await answer(deps, texters, from, body)
    // Marked last: a text that was lost on the way here comes again, and what it asks happens once anyhow.
    await markSeen(deps.db, first, reference)
    return xml(context, replyXml(reply))
  })

  app.post('/hooks/:provider/codes/:region/:proof', async (context) => {
    const fields = await fromProvider(context, deps, anyFields)
    if (fields instanceof Response) return fields
    const about = proofParams.safeParse(context.req.param()).data
    if (about === undefined) return context.text('', 404)
    const proof = await deps.db.read(system(parseId<RegionId>(about.region)!), (reader) =>
      proofById(reader, about.proof),
    )
    if (proof === null)
      return xml(context, speechXml({ lang: 'en', lines: ['This code is over. Ask for another one.'] }))
    const digits = [...proofCode(deps.secrets, proof.id)].join(', ')
    const line = `This is Tailboard. Your code is ${digits}.`
    return xml(context, speechXml({ lang: 'en', lines: [line, line] }))
  })
  return app
}

async function answer(
  deps: HookDeps,
  texters: readonly Texter[],
  from: string,
  body: string,
): Promise<string | null> {
  const command = textCommand(body)
  if (command === 'stop' || command === 'start') {
    for (const regionId of new Set(texters.map((one) => one.regionId)))
      await deps.db.write({ kind: 'system', regionId }, (tx) =>
        command === 'stop' ? noteStop(tx, from) : noteStart(tx, from),
      )
    // The phone company itself confirms a STOP; a second confirmation would be one text too many.
    return command === 'stop' ? null : 'Tailboard: texts are on again. STOP ends them.'
  }
  if (command === 'help')
    return 'Tailboard: staff scheduling of your regional team. Reply 1, 2 or 3 when asked. STOP ends texts.'
  return await deps.onText(texters, body)
}

async function wasSeen(db: Db, regionId: RegionId, reference: string): Promise<boolean> {
  return await db.read({ kind: 'system', regionId }, async (reader) => {
    const found = await reader
      .tables<MessagingTables>()
      .selectFrom('messaging.text_seen')
      .select('reference')
      .where('region_id', '=', regionId)
      .where('reference', '=', reference)
      .executeTakeFirst()
    return found !== undefined
  })
}

async function markSeen(db: Db, regionId: RegionId, reference: string): Promise<void> {
  await db.write({ kind: 'system', regionId }, (tx) =>
    tx
      .tables<MessagingTables>()
      .insertInto('messaging.text_seen')
      .values({ region_id: regionId, reference })
      .onConflict((conflict) => conflict.columns(['region_id', 'reference']).doNothing())
      .execute(),
  )
}
