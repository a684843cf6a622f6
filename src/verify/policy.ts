type Policy = ReadonlyMap<string, ReadonlySet<string>>

/** Further directives that only ever forbid something. */
const forbidding = new Set(['upgrade-insecure-requests', 'block-all-mixed-content'])
/** Where an absent source list or a shorter one asks for less. */
const demands = new Set(['require-trusted-types-for'])

/**
 * In what a site's Content-Security-Policy allows more than the expected one; empty: in nothing. Of several policies a browser
 * obeys all, so one that is strict enough is enough.
 */
export function weakerIn(expected: string, headers: readonly string[]): readonly string[] {
  const wanted = parsed(expected)
  const policies = headers.flatMap((header) => header.split(',')).filter((text) => text.trim() !== '')
  if (policies.length === 0) return ['no policy at all']
  const ways = policies.map((text) => looser(wanted, parsed(text)))
  return ways.find((way) => way.length === 0) ?? ways[0]!
}

function looser(wanted: Policy, given: Policy): string[] {
  const lacking = [...wanted].flatMap(([name, sources]) => {
    const got = given.get(name)
    if (got === undefined) return [`without ${name}`]
    const wrong = demands.has(name)
      ? [...sources].filter((source) => !got.has(source)).map((source) => `without ${source}`)
      : [...got].filter((source) => !sources.has(source))
    return wrong.map((source) => `${name} ${source}`)
  })
  const further = [...given].flatMap(([name, sources]) =>
    wanted.has(name) || forbidding.has(name) || sources.size === 0
      ? []
      : [`${name} ${[...sources].join(' ')}`],
  )
  return [...lacking, ...further]
}

/** Source: Content Security Policy Level 3, 2.2.1: of a directive given twice the first counts. An empty list allows nothing, as `'none'`. */
function parsed(text: string): Policy {
  const policy = new Map<string, ReadonlySet<string>>()
  for (const part of text.split(';')) {
    const [name = '', ...sources] = part.split(/[\t\n\f\r ]+/).filter((one) => one !== '')
    const key = name.toLowerCase()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a browser passes over what is no ASCII
    if (key === '' || policy.has(key) || !/^[\u0000-\u007f]*$/.test(part)) continue
    const said = sources.filter((source) => source.toLowerCase() !== "'none'")
    policy.set(key, new Set(said))
  }
  return policy
}
