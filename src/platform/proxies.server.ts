import { BlockList, isIP } from 'node:net'

/** Whose word about a caller's address is believed. */
export type Trusted = Pick<BlockList, 'check'>

/** Addresses and networks, separated by commas or spaces; null: one of them is neither. */
export function trustedFrom(list: string): Trusted | null {
  const block = new BlockList()
  for (const entry of list.split(/[\s,]+/).filter((one) => one !== '')) {
    const [address = '', bits, ...more] = entry.split('/')
    const version = isIP(address)
    if (version === 0 || more.length > 0) return null
    const family = version === 4 ? 'ipv4' : 'ipv6'
    if (bits === undefined) block.addAddress(address, family)
    else if (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
      block.addSubnet(address, Number(bits), family)
    else return null
  }
  return block
}

/**
 * Who calls: the socket's own address, unless that is a proxy of ours. Each proxy appends whom it heard from, so the
 * right-most address that is none of ours is the last one somebody we believe has written; all left of it may be invented.
 */
export function callerAddress(
  socket: string | null,
  forwardedFor: string | null,
  trusted: Trusted,
): string | null {
  let known = socket
  const said = (forwardedFor ?? '').split(',').reverse()
  for (const one of said) {
    if (known === null || !isTrusted(known, trusted)) return known
    const address = addressIn(one)
    if (address === null) return known
    known = address
  }
  return known
}

function isTrusted(address: string, trusted: Trusted): boolean {
  const plain = plainOf(address)
  const version = isIP(plain)
  return version !== 0 && trusted.check(plain, version === 4 ? 'ipv4' : 'ipv6')
}

/** Some proxies write the port too, and brackets around IPv6. */
function addressIn(text: string): string | null {
  const trimmed = text.trim()
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(trimmed)?.[1] ?? /^([\d.]+):\d+$/.exec(trimmed)?.[1] ?? trimmed
  return isIP(bare) === 0 ? null : plainOf(bare)
}

/** A socket that takes both kinds writes IPv4 as IPv6. */
function plainOf(address: string): string {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
}
