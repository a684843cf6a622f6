import { visitorAt } from './identity/index.server.ts'
import type { Visit } from './identity/index.ts'
import { regionBySlug } from './region/index.server.ts'
import type { Services } from './services.server.ts'
import type { Language } from './ui/language.ts'
import type { Path } from './ui/path.ts'

type Deps = Pick<Services, 'db' | 'auth'> & { languageOf(request: Request): Language }

/** Who asks, in which region. The guard and the page both ask: it is looked up once for a request. */
export function visitsOf({ db, auth, languageOf }: Deps) {
  const visits = new WeakMap<Request, Promise<Visit | null>>()
  const visitOf = async (request: Request, slug: string): Promise<Visit | null> => {
    const region = regionBySlug(slug)
    const visitor = region === null ? null : await visitorAt({ db, auth }, request, region)
    if (visitor === null) return null
    const here = new URL(request.url).pathname as Path
    return { ...visitor, regionId: visitor.actor.regionId, lang: languageOf(request), here }
  }
  return (request: Request, slug: string): Promise<Visit | null> => {
    const known = visits.get(request) ?? visitOf(request, slug)
    visits.set(request, known)
    return known
  }
}
