import { Hono } from 'hono'
import type { Db } from '../platform/db.server.ts'
import { loadRegion, regionIdBySlug } from '../region/index.server.ts'
import { languageOf } from '../ui/language.ts'
import { classCalendar } from './classCalendar.ts'
import { loadClasses } from './classStore.server.ts'
import type { Library } from './course.ts'

type Deps = { readonly db: Db; readonly library: Library }

/** What took place stays so long in the feed. */
const kept = { hours: 24 * 31 }

/** The region's classes as a calendar that anybody may subscribe to. */
export function classFeedRoutes({ db, library }: Deps): Hono {
  const app = new Hono()
  app.get('/:region/classes.ics', async (context) => {
    const regionId = await regionIdBySlug(db, context.req.param('region'))
    if (regionId === null) return context.notFound()
    const { region, classes } = await db.read({ kind: 'visitor', regionId }, async (reader) => ({
      region: await loadRegion(reader),
      classes: await loadClasses(reader, { endingAfter: reader.now.subtract(kept) }),
    }))
    const titled = classes.flatMap((one) => {
      const course = library.courses.find((found) => found.id === one.course)
      return course === undefined ? [] : [{ ...one, title: course.title }]
    })
    return context.body(classCalendar(region.name, titled, languageOf(context.req.query('lang'))), 200, {
      'content-type': 'text/calendar; charset=utf-8',
    })
  })
  return app
}
