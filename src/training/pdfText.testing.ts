import { inflateSync } from 'node:zlib'

/** The words of a PDF of ours: its streams unpacked, its strings read as WinAnsi, the gaps that kerning makes closed. */
export function textIn(pdf: Buffer): string {
  const raw = pdf.toString('latin1')
  return [...raw.matchAll(/stream\n([\s\S]*?)\nendstream/g)]
    .filter(([, packed]) => packed!.startsWith('x'))
    .map(([, packed]) => inflateSync(Buffer.from(packed!, 'latin1')).toString('latin1'))
    .flatMap((page) => [...page.matchAll(/\[([^\]]*)\] TJ/g)])
    .map(([, parts]) => [...parts!.matchAll(/<([0-9a-f]*)>/g)].map(([, hex]) => hex).join(''))
    .map((hex) => Buffer.from(hex, 'hex').toString('latin1'))
    .join('\n')
}
