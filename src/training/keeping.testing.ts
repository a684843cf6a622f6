import type { Role } from '../platform/actor.ts'
import { doneWith } from '../platform/outcome.testing.ts'
import { tinyCourse, tinyLibrary } from './course.testing.ts'
import { beginCourse } from './enrol.server.ts'
import { keepRoutes } from './keepPages.tsx'
import { askPage, pageDeps } from './pages.testing.tsx'
import { accountsOf, openTraining, type Person } from './training.testing.ts'

const planned = { ...tinyCourse, id: 'planned', title: 'A planned course', depth: 'outline' as const }
export const keptLibrary = { ...tinyLibrary, courses: [tinyCourse, planned] }

/** Two regions that keep the tiny course and an outline, a coordinator, and their pages to ask. */
export async function openKeeping() {
  const t = await openTraining()
  /** Addresses of accounts, as identity answers for them. */
  const people: Person[] = []
  return {
    t,
    keeper: t.person('duty_coordinator'),
    ask(
      who: Person | null,
      path: string,
      fields?: Record<string, string> | FormData,
      lang: 'en' | 'es' = 'en',
    ) {
      const slugs = { here: t.here.regionId, there: t.there.regionId }
      const routes = keepRoutes({
        ...t.deps,
        ...pageDeps(who, slugs, lang),
        library: keptLibrary,
        publicUrl: new URL('https://peers.example'),
        accountsAt: accountsOf(people),
      })
      return askPage(routes, path, fields)
    },
    async learner(name: string, role: Role = 'learner', regionId = t.here.regionId) {
      const who = t.person(role, regionId)
      people.push(who)
      const given = { course: tinyCourse, email: who.email, name, code: '' }
      return { who, id: doneWith(await beginCourse(t.deps, who, given)).enrolmentId }
    },
    count: async (table: string): Promise<number> =>
      (await t.rows(`select count(*)::int as n from training.${table}`))[0].n,
  }
}

export type Keeping = Awaited<ReturnType<typeof openKeeping>>
