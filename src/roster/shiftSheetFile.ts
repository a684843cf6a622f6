import type { Language } from '../ui/language.ts'

/** Read on a phone in a car park with no network, and printed: it can fetch no stylesheet, so these few lines go with it. */
const style = `
:root { color-scheme: light dark; font: 16px/1.4 system-ui, sans-serif; --line: color-mix(in srgb, currentColor 25%, transparent) }
body { margin: 1rem auto; padding-inline: 1rem; max-inline-size: 62rem }
caption { display: none }
table { inline-size: 100%; border-collapse: collapse }
th, td { padding: 0.3rem 0.8rem 0.3rem 0; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top }
tbody th, a { white-space: nowrap }
@media screen and (width < 44rem) {
  thead { display: none }
  tr { display: block; padding-block: 0.6rem; border-block-end: 1px solid var(--line) }
  th, td { display: block; padding: 0; border: 0 }
  td::before { content: attr(data-label) ': ' }
  td:empty { display: none }
}
@media print {
  :root { color-scheme: light; font-size: 8.5pt; line-height: 1.3 }
  a { color: inherit; text-decoration: none }
  body { margin: 0; padding: 0; max-inline-size: none }
  h1, h2 { margin-block: 0.4em 0.2em; font-size: 1.4em }
  p, ol { margin-block: 0.3em }
  th, td { padding-block: 0.12em }
}`

/** The sheet as a file that opens by itself, wherever it was kept. */
export const shiftSheetFile = (lang: Language, title: string, page: string): string =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${style}</style>${page}</html>`
