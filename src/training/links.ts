import type { Path } from '../ui/path.ts'

/** Where another part of the same course stands. */
export type LinkFor = (to: 'lesson' | 'handout', id: string) => Path

const placeholder = /href="(?:(lesson|handout):([a-z0-9-]+)|source:(\d+))"/g

/** Our own HTML with addresses in place of the names that stand in it; citations lead to the list of sources on the same page. */
export function linked(html: string, linkFor: LinkFor, list = ''): string {
  return html.replace(placeholder, (_, to: 'lesson' | 'handout' | undefined, id: string, number: string) => {
    const address = to === undefined ? `#${sourceId(Number(number), list)}` : linkFor(to, id)
    return `href="${address.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`
  })
}

/** The element a citation leads to; `list` tells lists apart that stand on one page. */
export const sourceId = (number: number, list = ''): string =>
  `source-${list === '' ? '' : `${list}-`}${number}`
