/**
 * Letters nobody sees, in one line of text: control and format signs (among them those that turn text around), halves
 * of letters, line ends of their own, and what stands where a letter was lost.
 */
export function hasUnseen(text: string): boolean {
  return /[\p{C}\p{Zl}\p{Zp}\uFFFD]/u.test(text)
}
