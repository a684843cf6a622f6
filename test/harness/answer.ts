/** What `security.md` asks of every answer, read from the answer itself. */

const policyOf = (scripts: string) =>
  `default-src 'none'; ${scripts}; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`
const typed = (policies: string) => `trusted-types ${policies}; require-trusted-types-for 'script'`

export const plainPolicy = policyOf("script-src 'none'")
/** The policy and the script of each page that carries one. `N` stands for the nonce. */
export const islandScripts = {
  card: [
    `script-src 'nonce-N'; worker-src 'self'; connect-src 'self'; ${typed('tailboard-worker')}`,
    'keepCard',
  ],
  cardWorker: [`script-src 'none'; connect-src 'self'; ${typed("'none'")}`, null],
  push: [`script-src 'nonce-N'; worker-src 'self'; ${typed('tailboard-worker')}`, 'push'],
  passkey: [`script-src 'nonce-N'; connect-src 'self'; ${typed("'none'")}`, 'passkey'],
  board: [`script-src 'nonce-N'; connect-src 'self'; ${typed('htmx')}`, 'board'],
} as const
/** The self-check: one script, which may ask nobody, and no form that could be sent. The same for everybody, so no nonce. */
export const checkPolicy = policyOf(`script-src 'self'; connect-src 'none'; ${typed("'none'")}`).replace(
  "form-action 'self'",
  "form-action 'none'",
)
const bare = "default-src 'none'; frame-ancestors 'none'"

/** Which island this answer is, by its policy and its one script together; null: it carries none. Throws on any mixture. */
export function islandOf(
  answer: Response,
  text: string,
): { island: keyof typeof islandScripts | null; nonce: string | null } {
  const policy = answer.headers.get('content-security-policy') ?? ''
  const nonce = /'nonce-([\w-]{22})'/.exec(policy)?.[1] ?? null
  const scripts = [...text.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
  if (policy === plainPolicy && scripts.length === 0) return { island: null, nonce: null }
  for (const [island, [opened, script]] of Object.entries(islandScripts)) {
    if (policy !== policyOf(opened).replace('N', nonce ?? 'N')) continue
    const [only, ...more] = scripts
    const fits =
      script === null
        ? only === undefined
        : only?.includes(`src="/assets/${script}-`) && only.includes(`nonce="${nonce}"`) && more.length === 0
    if (fits) return { island: island as keyof typeof islandScripts, nonce }
  }
  throw new Error(`neither a page without script nor one of ours: ${policy} ${scripts.join()}`)
}

const always: Readonly<Record<string, string>> = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
}

/** What is wrong with an answer; `ours`: the only origins it may name where a browser would go by itself. */
export function breachesIn(
  answer: Response,
  text: string,
  ours: readonly string[],
  keeping: 'kept' | 'not kept' = 'not kept',
): readonly string[] {
  const { headers } = answer
  const policy = headers.get('content-security-policy') ?? ''
  const wrong: string[] = []
  for (const [name, value] of Object.entries(always))
    if (headers.get(name) !== value) wrong.push(`${name}: ${headers.get(name)}`)
  if (!policy.includes("frame-ancestors 'none'") || !policy.startsWith("default-src 'none'"))
    wrong.push(policy)
  if (policy !== bare)
    for (const feature of ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'fullscreen'])
      if (!headers.get('permissions-policy')?.includes(`${feature}=()`)) wrong.push(`may use ${feature}`)
  const cache = headers.get('cache-control')
  if (keeping === 'not kept' && !cache?.includes('no-store')) wrong.push(`cache-control: ${cache}`)
  for (const name of ['server', 'x-powered-by', 'tailboard-island', 'access-control-allow-origin'])
    if (headers.has(name)) wrong.push(`${name}: ${headers.get(name)}`)
  for (const line of headers.getSetCookie()) if (!isOwnCookie(line)) wrong.push(`cookie: ${line}`)
  return [
    ...wrong,
    ...(headers.get('content-type')?.includes('text/html') ? breachesOfMarkup(text, ours) : []),
  ]
}

function isOwnCookie(line: string): boolean {
  const [pair = '', ...attributes] = line.split('; ')
  const has = (pattern: RegExp) => attributes.some((one) => pattern.test(one))
  return (
    pair.startsWith('__Host-') &&
    has(/^Path=\/$/) &&
    has(/^HttpOnly$/) &&
    has(/^Secure$/) &&
    has(/^SameSite=(Lax|Strict)$/) &&
    !has(/^Domain/i)
  )
}

function breachesOfMarkup(text: string, ours: readonly string[]): readonly string[] {
  const wrong: string[] = []
  for (const [tag, name] of text.matchAll(/<(\w+)\b[^>]*>/g)) {
    // Quoted values go first: what stands in them is text, but for a script's address.
    const attributes = tag.replace(/="[^"]*"/g, '=""')
    if (/\s(style|on\w+|hx-on[\w:.-]*|srcdoc)=/.test(attributes))
      wrong.push(`an inline handler or style: ${tag}`)
    if (/=\s*"\s*(javascript|js|data|vbscript):/i.test(tag)) wrong.push(`a script for an address: ${tag}`)
    if (['style', 'iframe', 'object', 'embed', 'base', 'frame', 'applet'].includes(name!)) wrong.push(tag)
    if (name === 'a') continue
    for (const [, address] of tag.matchAll(
      /\s(?:src|href|action|data|poster|formaction|srcset|hx-[\w:-]+)="([^"]*)"/g,
    ))
      if (URL.canParse(address!) ? !ours.includes(new URL(address!).origin) : address!.startsWith('//'))
        wrong.push(`something of another site: ${tag}`)
  }
  for (const [, inside] of text.matchAll(/<script\b[^>]*>([^<]*)<\/script>/g))
    if (inside!.trim() !== '') wrong.push('a script within the page')
  if (/<meta[^>]+http-equiv/i.test(text)) wrong.push('a header within the page')
  return wrong
}
