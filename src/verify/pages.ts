import { supportPaths, talkPaths } from '../support/index.ts'
import { trainingPaths } from '../training/index.ts'

/** Which of the server's policies a page stands under, and so which script it carries. */
export type PageKind = 'plain' | 'check' | 'talk'

export type Page = {
  /** Path and query. */
  readonly address: string
  readonly kind: PageKind
  /** Conversations open where counsel has dated the law's page; elsewhere there is none to write on. */
  readonly mayLack: boolean
}

const inBoth = (address: string, kind: PageKind = 'plain', mayLack = false): readonly Page[] =>
  [address, `${address}?lang=es`].map((one) => ({ address: one, kind, mayLack }))

export const frontPages: readonly Page[] = inBoth('/')

/** What somebody of this region reads before they call, write or learn, and what they write on. */
export function pagesOf(region: string): readonly Page[] {
  return [
    ...inBoth(supportPaths.region(region)),
    ...inBoth(supportPaths.front(region)),
    ...inBoth(talkPaths.peers(region)),
    ...inBoth(talkPaths.write(region), 'talk', true),
    ...inBoth(supportPaths.check(region), 'check'),
    ...inBoth(supportPaths.limits(region)),
    ...inBoth(supportPaths.families(region)),
    ...coursesOf(region),
  ]
}

/** What anybody may learn: the list, a course and one of its lessons, which load what all the others do. */
function coursesOf(region: string): readonly Page[] {
  const course = 'peer-support-fundamentals'
  return [
    ...inBoth(trainingPaths.courses(region)),
    ...inBoth(trainingPaths.course(region, course)),
    ...inBoth(trainingPaths.lesson(region, course, '01-what-a-peer-supporter-is')),
  ]
}

/** The regions that the list of regions leads to. */
export function regionsIn(links: readonly string[], origin: string): readonly string[] {
  const slugs = links.flatMap((link) => {
    const { origin: of, pathname } = new URL(link)
    const slug = /^\/([a-z0-9-]+)$/.exec(pathname)?.[1]
    return of === origin && slug !== undefined ? [slug] : []
  })
  return [...new Set(slugs)]
}
