import { posix } from 'node:path'

/** `src/roster/may.ts` lies in `roster`; a file at the root of src lies nowhere. */
export function moduleOf(path: string): string | null {
  const parts = path.split('/')
  return parts.length > 2 && parts[0] === 'src' ? parts[1]! : null
}

/** The path from the root that a relative import means, or null for a package. */
export function targetOf(from: string, address: string): string | null {
  return address.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), address)) : null
}

/** Tests, and what only tests load: the harness outside src counts too. */
export function isTest(path: string): boolean {
  return /\.(test|testing)\.tsx?$/.test(path) || path.startsWith('test/')
}

export function isFace(path: string): boolean {
  return /^src\/[^/]+\/index(\.server)?\.ts$/.test(path)
}

export function isServer(path: string): boolean {
  return /\.server\.tsx?$/.test(path)
}
