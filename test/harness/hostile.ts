import fc from 'fast-check'

/** An element and an attribute no page of ours has: wherever a parser finds either, something came back unescaped. */
export const planted = 'zz-planted'
export const markup = `<${planted} ${planted}="1">'"&</textarea></title>`

const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`

/** What nobody means to type, and somebody sends. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  'x'.repeat(5000),
  'NUL\u0000here',
  '\u0007bell',
  'half \ud800 a letter',
  '👩‍🚒'.repeat(20),
  '\u202egnorw \u0645\u0631\u062d\u0628\u0627',
  `'; drop table roster.member; --`,
  `%' or 1=1 --\\`,
  markup,
  `" onfocus="x" ${planted}="1`,
  '__proto__',
  'constructor',
  'toString',
  '0',
  '-1',
  '1.5',
  '1e309',
  'NaN',
  '2147483648',
  '99999999999999999999',
  '2026-02-30',
  '2026-02-30T10:00',
  '2026-03-08T02:30',
  '0000-01-01',
  '0000-01-01T00:00',
  '9999-12-31',
  '9999-12-31T23:59',
  '-271821-04-20T00:00',
  '2025-01-01',
  '2025-01-01T10:00',
  `${Temporal.Now.plainDateISO().add({ days: 2 })}T10:00`,
  '25:61',
  '00000000-0000-7000-8000-000000000000',
  '00000000-0000-7000-8000-00000000000A',
  '../../../etc/passwd',
  'x\r\nSet-Cookie: a=b',
  'a@b',
  `${'a'.repeat(300)}@peers.example`,
  '+',
  '911',
  '{"__proto__":{"roles":["administrator"]}}',
  deep,
]

/** Fields no form of ours has, with what somebody would like them to do. */
export const uninvited: readonly (readonly [string, string])[] = [
  ['regionId', '00000000-0000-7000-8000-000000000000'],
  ['region_id', '00000000-0000-7000-8000-000000000000'],
  ['role', 'administrator'],
  ['memberId', '00000000-0000-7000-8000-000000000000'],
  ['__proto__', 'administrator'],
  ['constructor', 'x'],
  ['', 'nameless'],
  ['x'.repeat(2000), markup],
]

export type Twist =
  | { readonly kind: 'replaced' | 'doubled'; readonly field: number; readonly text: string }
  | { readonly kind: 'missing'; readonly field: number }
  | { readonly kind: 'uninvited'; readonly which: number }
  /** Each of these fields holds the same. */
  | { readonly kind: 'alike'; readonly fields: readonly number[]; readonly text: string }
  | { readonly kind: 'nothing' }

const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
)
const field = fc.nat(60)
const twist: fc.Arbitrary<Twist> = fc.oneof(
  { weight: 7, arbitrary: fc.record({ kind: fc.constant('replaced' as const), field, text }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('doubled' as const), field, text }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('missing' as const), field }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('uninvited' as const), which: fc.nat(uninvited.length - 1) }),
  },
)

/** One to three of them at once; the first hits alone more often than not, so that its own refusal is seen. */
export const twists = fc.oneof(
  { weight: 3, arbitrary: fc.array(twist, { minLength: 1, maxLength: 1 }) },
  { weight: 1, arbitrary: fc.array(twist, { minLength: 2, maxLength: 3 }) },
)

/** Every field with every one of these texts, and without it: nothing is left to chance where that is quick. */
export const eachAlone = (fields: number): Twist[][] =>
  Array.from({ length: fields }, (_, field) => [
    [{ kind: 'missing' as const, field }],
    ...hostileTexts.map((text) => [{ kind: 'replaced' as const, field, text }]),
  ]).flat()

type Field = readonly [string, string]

/** The same fields, twisted; a place beyond the last counts from the first again. */
export function twisted(fields: readonly Field[], by: readonly Twist[]): Field[] {
  let sent = [...fields]
  for (const one of by) {
    if (one.kind === 'uninvited') sent.push(uninvited[one.which]!)
    if (one.kind === 'alike')
      sent = sent.map(([name, text], at) => [name, one.fields.includes(at) ? one.text : text])
    if (!('field' in one) || sent.length === 0) continue
    const at = one.field % sent.length
    const [name] = sent[at]!
    if (one.kind === 'replaced') sent[at] = [name, one.text]
    if (one.kind === 'doubled') sent.push([name, one.text])
    if (one.kind === 'missing') sent = sent.filter((_, index) => index !== at)
  }
  return sent
}

/** As a browser writes a form, and as none does: half a letter is sent as its bytes. */
export function encoded(fields: readonly Field[]): string {
  const part = (text: string) =>
    text
      .split(/([\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff])/)
      .map((piece, index) => (index % 2 === 1 ? '%ED%A0%80' : encodeURIComponent(piece)))
      .join('')
  return fields.map(([name, value]) => `${part(name)}=${part(value)}`).join('&')
}

const long = process.env.TAILBOARD_LONG !== undefined

/** The short run repeats itself; the long one draws anew each time and says from which number. */
export const seed = Number(process.env.TAILBOARD_SEED ?? (long ? Date.now() % 2 ** 31 : 1))
/** So many cases, more of them in the long run. */
export const rounds = (few: number) => (long ? few * 12 : few)
export const twistings = (count: number, salt: number): Twist[][] =>
  fc.sample(twists, { numRuns: count, seed: seed + salt })
