/** What the fonts that every PDF reader has can draw beside Latin-1 (ISO 32000-1, annex D: WinAnsiEncoding). */
const beyondLatin = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'
/** Letters that have no accent to take off. */
const plain: Readonly<Record<string, string>> = { Ł: 'L', ł: 'l', Đ: 'D', đ: 'd', ı: 'i', Ħ: 'H', ħ: 'h' }

const drawn = (sign: string) => /^[\x20-\x7e\xa0-\xff]$/.test(sign) || beyondLatin.includes(sign)

/** A text as those fonts can draw it: `José Ñ.` as it is, `Łukasz` without its stroke, what is left as a question mark. */
export function winAnsi(text: string): string {
  return [...text.normalize('NFC')]
    .map((sign) => {
      if (drawn(sign)) return sign
      const bare = plain[sign] ?? sign.normalize('NFD').replace(/\p{M}/gu, '')
      return bare !== '' && [...bare].every(drawn) ? bare : '?'
    })
    .join('')
}
