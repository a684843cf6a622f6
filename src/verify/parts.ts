const imported = /(?:\bfrom|\bimport)\s*\(?\s*["'`]([./][^"'`]*)["'`]/g
const drawn = /url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']/g

/**
 * What a file of ours loads by itself: chunks of a script, pictures and fonts of a stylesheet. Asked only of files whose bytes are
 * this build's, so nobody hides an address from it.
 */
export function partsOf(path: string, text: string): readonly string[] {
  const found = [...text.matchAll(path.endsWith('.css') ? drawn : imported)]
  return [...new Set(found.map((match) => match[1] ?? match[2]!).filter((one) => !one.startsWith('data:')))]
}
