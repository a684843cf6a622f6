import { hasUnseen } from '../platform/unseen.ts'
import { limits } from './limits.ts'

/** A name as it is kept, and may stand on a certificate: 1 to 80 letters that can be seen, in one line; null for any other. */
export function nameFrom(typed: string): string | null {
  const name = typed.trim()
  return name === '' || name.length > limits.name || hasUnseen(name) ? null : name
}
