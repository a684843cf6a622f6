import { type Kind, type Unplaced, unfit } from './finding.ts'
import { addresses, isHarmless, loadedBy } from './vocabulary.ts'

export type Read = {
  readonly findings: readonly Unplaced[]
  /** What a browser fetches by itself, of this host; whole addresses. */
  readonly loads: readonly string[]
  /** Where its links lead, when somebody follows them. */
  readonly links: readonly string[]
}

type Attribute = { readonly name: string; readonly value: string; readonly prefix?: string | undefined }

const nothing: Read = { findings: [], loads: [], links: [] }

/** One attribute of a page that stands at `address` and may start this worker. */
export function readAttribute(
  tag: string,
  { name, value, prefix }: Attribute,
  address: string,
  worker: string | null,
): Read {
  const wrong = (kind: Kind, expected: string): Read => ({
    ...nothing,
    findings: [unfit(kind, `<${tag} ${prefix ? `${prefix}:` : ''}${name}="${value}">`, expected)],
  })
  if (/^(on|hx-)/.test(name)) return wrong('inline', 'no script in an attribute')
  if (name === 'style' || name === 'srcdoc') return wrong('inline', `no ${name} in an attribute`)
  // Browsers leave these out of an address.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is meant
  const bare = value.replace(/[\u0000-\u0020]/g, '').toLowerCase()
  if (/^(javascript|vbscript):/.test(bare)) return wrong('address', 'no address that runs')
  if (name === 'referrerpolicy' && bare !== 'no-referrer') return wrong('referrer', 'no-referrer')
  if (!addresses.has(name)) return isHarmless(name) ? nothing : wrong('strange', onlyOurs)

  const targets = listed(name, value).map((one) =>
    URL.canParse(one, address) ? new URL(one, address) : null,
  )
  if (tag === 'a' && name === 'href') {
    if (/^(data|blob|filesystem):/.test(bare)) return wrong('address', 'no address that holds a page')
    const links = targets.filter((one) => one !== null).filter((one) => /^https?:$/.test(one.protocol))
    return { ...nothing, links: links.map((one) => one.href) }
  }
  const own = new URL(address).origin
  if (targets.some((one) => one === null || one.origin !== own))
    return wrong('elsewhere', 'nothing of another host')
  if (name === 'data-worker' && value !== worker)
    return wrong('script', worker === null ? 'no worker' : `the worker ${worker}`)
  // Of this host, and yet by a way that no page of ours takes.
  if (!loadedBy.has(`${tag}.${name}`) && name !== 'data-worker') return wrong('strange', onlyOurs)
  return { ...nothing, loads: targets.map((one) => one!.href.replace(/#.*/, '')) }
}

const onlyOurs = 'only attributes that pages of this build have'

function listed(name: string, value: string): readonly string[] {
  return name.endsWith('srcset') ? value.split(',').map((one) => one.trim().split(/\s/)[0] ?? '') : [value]
}
