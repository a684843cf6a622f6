// Crockford's Base32: no I, L, O or U, so nothing is mistaken when read from one screen and typed on another.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Eight characters (40 bits) from the first eight bytes, or as many as are wanted. */
export function codeFrom(bytes: Uint8Array, length = 8): string {
  return Array.from(bytes.subarray(0, length), (byte) => letters[byte % 32]).join('')
}

/** As people read it aloud: two groups. */
export function spoken(code: string): string {
  const half = code.length / 2
  return `${code.slice(0, half)} ${code.slice(half)}`
}

/** What was typed as a code, or null when it can't be one. Spaces, hyphens, case and look-alikes don't matter. */
export function codeTyped(text: string, length = 8): string | null {
  const code = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return code.length === length && [...code].every((letter) => letters.includes(letter)) ? code : null
}
