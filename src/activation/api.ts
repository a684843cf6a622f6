import { type Context, Hono } from 'hono'
import { incidentWords } from '../incident/index.ts'
import { fromProvider, type HookDeps, reachOf } from '../messaging/index.server.ts'
import { keyFields, speechXml } from '../messaging/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Reader } from '../platform/db.server.ts'
import type { AccountId, ActivationId } from '../platform/ids.ts'
import { loadAgencies, loadPolicy, loadRegion } from '../region/index.server.ts'
import type { Language } from '../ui/language.ts'
import { holding, isOverdue } from './alertState.ts'
import { loadAlert } from './alertStore.server.ts'
import { answerOffer } from './answer.server.ts'
import { callNeedWords } from './callNeedWords.ts'
import { type CallSubject, readCallToken } from './callToken.server.ts'
import { scriptParams } from './doors.ts'
import { messageWords, shortClock } from './messageWords.ts'
import { planOfOffer } from './planStore.server.ts'
import { refusedOnPhone } from './refusedOnPhoneWords.ts'
import { loadActivation } from './store.server.ts'
import { handOn, takeRequest } from './take.server.ts'
import type { TextDeps } from './textAnswers.server.ts'

/** Where a provider fetches what a call says, and tells which key was pressed. */
export const callPath = (provider: string, token: string, step: 'begin' | 'heard' | 'answered' = 'begin') =>
  `/hooks/${provider}/calls/${token}/${step}`

/** What automated calls say. Content is spoken only after a key was pressed: an answering machine presses none. */
export function callRoutes(deps: HookDeps & Pick<TextDeps, 'actorOf'>): Hono {
  const app = new Hono()
  app.post('/hooks/:provider/calls/:token/:step', async (context) => {
    const fields = await fromProvider(context, deps, keyFields)
    if (fields instanceof Response) return fields
    const asked = scriptParams.safeParse(context.req.param()).data
    const subject = asked === undefined ? null : readCallToken(deps.secrets, asked.token)
    if (asked === undefined || subject === null) return context.text('', 404)
    const next = (step: 'heard' | 'answered') =>
      new URL(callPath(asked.provider, asked.token, step), deps.publicUrl).href
    const speech = await spoken(deps, subject, asked.step, fields.Digits ?? '', next)
    return xml(context, speechXml(speech))
  })
  return app
}

const xml = (context: Context, body: string) =>
  context.body(body, 200, { 'content-type': 'text/xml; charset=utf-8' })

type Next = (step: 'heard' | 'answered') => string

async function spoken(
  deps: HookDeps & Pick<TextDeps, 'actorOf'>,
  subject: CallSubject,
  step: string,
  key: string,
  next: Next,
) {
  const content = await waitingAbout(deps, subject)
  const { lang } = content
  const say = messageWords[lang]
  if ('over' in content) return { lang, lines: [content.over] }
  if (step === 'begin') return { lang, lines: [say.callOpening, say.callToHear], keyTo: next('heard') }
  // Nothing to answer: it is seen to on the board.
  if (subject.kind === 'hand') return { lang, lines: content.lines }
  if (step === 'heard' || !['1', '2', '3'].includes(key)) {
    const again = step === 'answered' ? [say.callUnread] : []
    return { lang, lines: [...again, ...content.lines], keyTo: next('answered') }
  }
  return { lang, lines: [await act(deps, subject, key, lang)] }
}

/** What waits, in spoken sentences; or that it was answered, or is over. */
async function waitingAbout(
  deps: Pick<HookDeps, 'db'>,
  subject: CallSubject,
): Promise<{ lang: Language } & ({ lines: readonly string[] } | { over: string })> {
  return await deps.db.read({ kind: 'system', regionId: subject.regionId }, async (reader) => {
    if (subject.kind === 'alert') {
      const { lang } = await reachOf(reader, subject.accountId)
      const say = messageWords[lang]
      const refused = await whyNotTaken(reader, subject.activationId, subject.accountId)
      if (refused !== null) return { lang, over: refusedOnPhone(refused, lang) }
      return { lang, lines: [say.callAlert, say.callAlertAnswers] }
    }
    if (subject.kind === 'hand') {
      const { lang } = await reachOf(reader, subject.accountId)
      return { lang, lines: [messageWords[lang].callHand] }
    }
    const plan = await planOfOffer(reader, subject.offerId)
    const offer = plan?.offers.find((one) => one.id === subject.offerId)
    if (plan === null || offer === undefined) return { lang: 'en', over: messageWords.en.callOver }
    const { lang } = await reachOf(reader, offer.memberId)
    if (offer.answer !== null) return { lang, over: messageWords[lang].callOver }
    if (plan.end !== null || offer.stoodDown) return { lang, over: refusedOnPhone('stood_down', lang) }
    const agency = (await loadAgencies(reader)).find((one) => one.id === plan.agencyId)!
    const { timeZone } = await loadRegion(reader)
    const say = messageWords[lang]
    const need = callNeedWords[lang].need(
      incidentWords[lang].typeShort[plan.type],
      agency.name,
      agency.town,
      shortClock(plan.approval!.startsAt, timeZone, lang),
      offer.travelMinutes,
    )
    return { lang, lines: [say.callOffer(need), say.callConflict, say.callAnswers] }
  })
}

/** Why there is nothing to take any more; null: it rings. */
async function whyNotTaken(reader: Reader, activationId: ActivationId, accountId: AccountId) {
  const alert = await loadAlert(reader, activationId)
  if (alert.aside.some((one) => one.accountId === accountId)) return 'stood_aside'
  const activation = (await loadActivation(reader, activationId))!
  const { policy } = await loadPolicy(reader, activation.policyVersion)
  const overdue = isOverdue(alert, activation.contact !== null, policy, reader.now)
  const holder = holding(alert)
  if (holder !== null && !overdue)
    return holder.accountId === accountId ? 'answered_already' : 'taken_already'
  return alert.dueAt === null ? 'answered_already' : null
}

async function act(
  deps: HookDeps & Pick<TextDeps, 'actorOf'>,
  subject: Exclude<CallSubject, { kind: 'hand' }>,
  key: string,
  lang: Language,
): Promise<string> {
  const say = messageWords[lang]
  if (subject.kind === 'alert') {
    const actor = await deps.actorOf(subject.accountId, subject.regionId)
    if (actor === null) return refusedOnPhone('not_allowed', lang)
    const took = key === '1'
    const done = took
      ? await takeRequest(deps.db, actor, subject.activationId)
      : await handOn(deps.db, actor, subject.activationId, false)
    return done.ok ? (took ? say.callTaken : say.callHandedOn) : refusedOnPhone(done.code, lang)
  }
  const memberId = await deps.db.read({ kind: 'system', regionId: subject.regionId }, async (reader) => {
    const plan = await planOfOffer(reader, subject.offerId)
    return plan?.offers.find((one) => one.id === subject.offerId)?.memberId
  })
  const actor: Actor = { kind: 'member', memberId: memberId!, regionId: subject.regionId }
  const choice = key === '1' ? 'coming' : key === '3' ? 'if_released' : 'not_this_time'
  const said = await answerOffer(
    deps.db,
    actor,
    subject.offerId,
    { conflict: false, choice, fromAt: null },
    'call',
  )
  if (!said.ok) return refusedOnPhone(said.code, lang)
  return {
    seated: say.callOn,
    held: say.callHeld,
    next: say.callNext,
    noted: say.callNoted,
    filled: say.callFilled,
  }[said.value.kind]
}
