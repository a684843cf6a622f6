import { type Kind, type Unplaced, unfit } from './finding.ts'
import { weakerIn } from './policy.ts'

/** Headers by lower-case name, each with every value it was sent with. */
export type Heads = ReadonlyMap<string, readonly string[]>

/** By these a server makes a browser load, remember or tell something. */
const telling = [
  'refresh',
  'link',
  'report-to',
  'reporting-endpoints',
  'nel',
  'content-security-policy-report-only',
  'speculation-rules',
  'accept-ch',
  'service-worker-allowed',
  'sourcemap',
  'x-sourcemap',
]
/** Said by every answer, and worth nothing in another word. */
const exact = [
  'x-content-type-options',
  'x-frame-options',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
]

/** What a page's headers allow beyond those that this build sends with such a page. */
export function pageHeads(expected: Heads, got: Heads): readonly Unplaced[] {
  return [
    ...letters('text/html', got, true),
    ...policy(expected, got),
    ...same('referrer', ['referrer-policy'], expected, got),
    ...same('header', exact, expected, got),
    ...permissions(expected, got),
    ...transport(expected, got),
    ...kept(got),
    ...anyAnswer(got),
  ]
}

/** The same of a file. A worker obeys its own policy, every other file that of its page. */
export function fileHeads(
  path: string,
  worker: Heads | null,
  expected: Heads,
  got: Heads,
): readonly Unplaced[] {
  const type = path.endsWith('.css') ? 'text/css' : 'text/javascript'
  return [
    ...letters(type, got, false),
    ...(worker === null ? [] : policy(worker, got)),
    ...same('header', ['x-content-type-options'], expected, got),
    ...anyAnswer(got),
  ]
}

function policy(expected: Heads, got: Heads): Unplaced[] {
  const name = 'content-security-policy'
  const weaker = weakerIn(said(expected, name), got.get(name) ?? [])
  return weaker.length === 0 ? [] : [unfit('policy', `${name}: ${weaker.join('; ')}`, said(expected, name))]
}

/** A proxy may say the same once more. */
function same(kind: Kind, names: readonly string[], expected: Heads, got: Heads): Unplaced[] {
  return names.flatMap((name) => {
    const wanted = said(expected, name)
    const fits = parts(got, name).every((one) => one.toLowerCase() === wanted.toLowerCase())
    return fits ? [] : [unfit(kind, shown(name, got), shown(name, expected))]
  })
}

function permissions(expected: Heads, got: Heads): Unplaced[] {
  const name = 'permissions-policy'
  const given = parts(got, name)
  const opened = given.filter((one) => one !== '' && !one.endsWith('=()'))
  const missing = parts(expected, name).filter((one) => !given.includes(one))
  if (missing.length + opened.length === 0) return []
  const found = opened.length > 0 ? opened.join(', ') : `without ${missing.join(', ')}`
  return [unfit('header', `${name}: ${found}`, shown(name, expected))]
}

/** RFC 6797: for so many seconds a browser comes back encrypted. Over http nobody heeds it, and nothing is expected. */
function transport(expected: Heads, got: Heads): Unplaced[] {
  const name = 'strict-transport-security'
  const seconds = (heads: Heads) => Number(/max-age="?(\d+)/i.exec(said(heads, name))?.[1] ?? -1)
  return seconds(got) >= seconds(expected) ? [] : [unfit('header', shown(name, got), shown(name, expected))]
}

function kept(got: Heads): Unplaced[] {
  const name = 'cache-control'
  const fits = parts(got, name).some((one) => one.toLowerCase() === 'no-store')
  return fits ? [] : [unfit('kept', shown(name, got), `${name}: no-store`)]
}

/** A file of ours is UTF-8 whether or not that is said; a page could be read otherwise. */
function letters(type: string, got: Heads, isPage: boolean): Unplaced[] {
  const name = 'content-type'
  const [kind, charset, ...more] = said(got, name)
    .toLowerCase()
    .split(/[ \t]*;[ \t]*/)
  const fits =
    kind === type &&
    more.length === 0 &&
    (charset === undefined ? !isPage : /^charset="?utf-8"?$/.test(charset))
  return fits ? [] : [unfit('letters', shown(name, got), `${name}: ${type}; charset=utf-8`)]
}

function anyAnswer(got: Heads): Unplaced[] {
  const cookies = got.get('set-cookie') ?? []
  return [
    ...cookies.map((one) => unfit('cookie', `set-cookie: ${one}`, 'no cookie')),
    ...telling.filter((name) => got.has(name)).map((name) => unfit('told', shown(name, got), `no ${name}`)),
  ]
}

const said = (heads: Heads, name: string) => (heads.get(name) ?? []).join(', ')
const parts = (heads: Heads, name: string) => said(heads, name).split(/[ \t]*,[ \t]*/)
const shown = (name: string, heads: Heads) =>
  heads.has(name) ? `${name}: ${said(heads, name)}` : `no ${name}`
