// Crockford's Base32: no I, L, O or U, so nothing is mistaken when read from one screen and typed on another.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Eight characters (40 bits) from the first eight bytes. */
export function codeFrom(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 8), (byte) => letters[byte % 32]).join('')
}

/** As people read it aloud: two groups of four. */
export function spoken(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`
}

/** What was typed as a code, or null when it can't be one. Spaces, hyphens, case and look-alikes don't matter. */
export function codeTyped(text: string): string | null {
  const code = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return code.length === 8 && [...code].every((letter) => letters.includes(letter)) ? code : null
}
