import type { openFingerprint } from './fingerprint.ts'
import { type Fields, type Form, filled, type Input, pageOf } from './forms.ts'
import type { Found } from './formWalk.ts'
import { encoded, hostileTexts, markup, rounds, seed, type Twist, twisted, twistings } from './hostile.ts'
import type { Sent, TwoRegions } from './twoRegions.ts'

const typedInto = ['text', 'textarea', 'tel', 'email', 'date', 'time', 'datetime-local', 'number', 'search']
/** All that is typed at once: too long, as markup, with a sign no database takes; then each field by itself, and the rest by chance. */
function cases(form: Form, salt: number): Twist[][] {
  const fields = filled(form)
  const kinds = new Map(form.inputs.map((input) => [input.name, input.type]))
  const typed = fields.flatMap(([name], at) => (typedInto.includes(kinds.get(name) ?? '') ? [at] : []))
  const alike = ['', 'x'.repeat(5000), markup, 'NUL\u0000here'].map((text) => [
    { kind: 'alike' as const, fields: typed, text },
  ])
  const own = fields.flatMap(([name], field) => {
    const first = typedInto.includes(kinds.get(name) ?? '') ? 'x'.repeat(5000) : '__proto__'
    const next = Array.from(
      { length: rounds(1) },
      (_, turn) => hostileTexts[(salt + field * 7 + turn) % hostileTexts.length]!,
    )
    return [first, ...next].map((text) => [{ kind: 'replaced' as const, field, text }])
  })
  // A form of forty fields is not worth forty times the rounds.
  const most = rounds(12)
  const every = Math.ceil(own.length / most)
  const chosen = own.filter((_, index) => (index + salt) % every === 0)
  return [...(typed.length > 0 ? alike : []), ...chosen, ...twistings(rounds(2), salt), [{ kind: 'nothing' }]]
}

/** A try that is refused is counted, so that nobody guesses on; and a click is a sign of life, whatever comes of it. */
const countsTries: Readonly<Record<string, readonly string[]>> = {
  'POST /:region/me/reach/code': ['messaging.phone_proof'],
  'POST /sign-in/code': ['auth.sign_in'],
  'POST /:region/activations/:id/taking': ['roster.heard_from'],
}
/** What opens something is not shown again. */
const secret = /^(code|link|answer)$/

/** Sends one form after the other as whoever saw it, and keeps what was wrong with the answers. */
export function formAttack(all: TwoRegions, print: Awaited<ReturnType<typeof openFingerprint>>) {
  const wrong: string[] = []
  const answered = new Map<string, Set<number>>()

  async function attack(found: Found, salt: number): Promise<void> {
    const { origin, cookie } = found
    const headers: Record<string, string> = cookie === '' ? {} : { cookie }
    const now = async () =>
      pageOf((await all.send(origin, found.page, headers)).text).forms.find((form) =>
        sameKind(form, found.form, found),
      )
    const form = (await now()) ?? found.form
    const action = new URL(form.action, new URL(found.page, origin))
    const well = filled(form)
    for (const twists of cases(form, salt)) {
      const fields = twisted(well, twists)
      // Whoever knocks too often is told so, and nothing else.
      await all.base.admin.query('delete from tailboard.door_knock')
      await print.changed()
      const body = form.multipart ? dataOf(fields) : encoded(fields)
      const answer = await all.send(origin, `${action.pathname}${action.search}`, headers, body)
      answered.set(found.route, (answered.get(found.route) ?? new Set()).add(answer.status))
      const changed = answer.status < 400 ? [] : await print.changed()
      const half = changed.filter((table) => countsTries[found.route]?.includes(table) !== true)
      const why = [
        ...unlikely(answer),
        ...(half.length > 0 ? [`${answer.status}, and changed ${half}`] : []),
        ...(answer.status === 400 ? await unhelpful(pageOf(answer.text), form, fields, found, now) : []),
      ]
      const sent = JSON.stringify(twists).slice(0, 160)
      for (const one of why) wrong.push(`seed ${seed}: ${found.route}: ${one}: ${sent}`)
    }
  }
  return { attack, wrong, answered }
}

export const dataOf = (fields: Fields): FormData => {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}

/** What no answer of ours is, whatever was sent. */
function unlikely({ status, location, text }: Sent): string[] {
  const page = pageOf(text)
  return [
    ...(status >= 500 ? [`${status}`] : []),
    ...(location === null || /^\/(?![/\\])/.test(location) ? [] : [`leads to ${location}`]),
    ...(page.planted > 0 ? ['came back as markup'] : []),
    ...(status >= 400 && page.title === null ? [`${status} without a heading`] : []),
  ]
}

/** A form that is not taken comes back as it was typed, and says where it is wrong. */
async function unhelpful(
  page: ReturnType<typeof pageOf>,
  form: Form,
  fields: Fields,
  found: Found,
  now: () => Promise<Form | undefined>,
): Promise<string[]> {
  const typed = form.inputs.filter((input) => typedInto.includes(input.type) && !secret.test(input.name))
  // Nothing of it was typed: a page says what happened, and leads back.
  if (typed.length === 0 || form.inputs.some((input) => input.name === 'answer')) return []
  const again = page.forms.find((one) => sameKind(one, form, found))
  // Meanwhile there is nothing to be sent any more: the page says so in the form's place.
  if (again === undefined) return (await now()) === undefined ? [] : [`400 without its form: ${page.title}`]
  const hidden = new Set(again.inputs.filter((one) => one.type === 'hidden').map((one) => `#f-${one.name}`))
  const dead = page.deadEnds.filter((end) => !hidden.has(end))
  return [
    ...(page.alerts.every((text) => text === '') ? ['400 says nothing'] : []),
    ...(dead.length > 0 ? [`400 leads to ${dead}`] : []),
    ...notKept(typed, again.inputs, fields).map((lost) => `400 lost ${lost}`),
  ]
}

/** The same place, and the same fields at least: what is asked besides, once something was refused, is no other form. */
function sameKind(one: Form, other: Form, { page, origin }: Pick<Found, 'page' | 'origin'>): boolean {
  const path = (form: Form) => new URL(form.action, new URL(page, origin)).pathname
  const has = new Set(one.inputs.map((input) => input.name))
  return path(one) === path(other) && other.inputs.every((input) => has.has(input.name))
}

/** What was typed once, shows on a page at all, and did not come back. */
function notKept(before: readonly Input[], after: readonly Input[], sent: Fields): string[] {
  return before.flatMap(({ name }) => {
    const values = sent.filter(([one]) => one === name).map(([, value]) => value)
    if (values.length !== 1 || /\p{C}/u.test(values[0]!)) return []
    const came = after.find((one) => one.name === name)?.value ?? ''
    return came.trim() === values[0]!.trim()
      ? []
      : [`${name}: ${values[0]!.slice(0, 30)} -> ${came.slice(0, 30)}`]
  })
}
