import type { Path } from '../ui/path.ts'

/** Where a text leads: inside the course, or to its list of sources. */
export type LinkTo =
  | { readonly to: 'lesson' | 'handout'; readonly id: string }
  | { readonly to: 'source'; readonly number: number }

const placeholder = /href="(?:(lesson|handout):([a-z0-9-]+)|source:(\d+))"/g

/** Our own HTML with addresses in place of the names that stand in it. */
export function linked(html: string, linkFor: (to: LinkTo) => Path): string {
  return html.replace(placeholder, (_, to: 'lesson' | 'handout' | undefined, id: string, number: string) => {
    const address = linkFor(to === undefined ? { to: 'source', number: Number(number) } : { to, id })
    return `href="${address.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`
  })
}

/** The element a citation leads to; `of` tells lists apart that stand on one page. */
export const sourceId = (number: number, of = ''): string => `source-${of === '' ? '' : `${of}-`}${number}`
