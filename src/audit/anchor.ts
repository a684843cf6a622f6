import type { Anchor } from './entry.ts'

/** `HASH/NUMBER`, as `verify` prints it. */
export function anchorText({ hash, number }: Anchor): string {
  return `${hash}/${number}`
}

/**
 * Anchors written down elsewhere: one `HASH/NUMBER`, or a file with one on each line; the last line of an export counts as
 * one, its entries don't. Null: there is none in it.
 */
export function anchorsIn(text: string): Anchor[] | null {
  const found = text.split('\n').flatMap((line) => {
    const plain = /(?:^|\s)([0-9a-f]{64})\/(\d{1,15})(?:\s|$)/.exec(line)
    if (plain !== null) return [{ hash: plain[1]!, number: Number(plain[2]) }]
    const head = /^\{"head":\{"number":(\d{1,15}),"hash":"([0-9a-f]{64})"/.exec(line)
    return head === null ? [] : [{ hash: head[2]!, number: Number(head[1]) }]
  })
  return found.length === 0 ? null : found
}
