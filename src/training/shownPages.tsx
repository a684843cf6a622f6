import { type Context, Hono } from 'hono'
import type { Reader } from '../platform/db.server.ts'
import type { RegionId } from '../platform/ids.ts'
import { loadRegion, regionIdBySlug } from '../region/index.server.ts'
import { languageOf } from '../ui/language.ts'
import { achievementOf, documentOf, type Issuing, issuerOf } from './badge.ts'
import { type CredentialDeps, issuingOf, publishedKeys, statusLists } from './credentials.server.ts'
import { trainingPaths } from './paths.ts'
import { type PublicDeps, publicFrame } from './publicFrame.tsx'
import { ShownPage } from './ShownPage.tsx'
import { openShowing } from './showings.server.ts'
import { shownWords } from './shownWords.ts'

type Deps = CredentialDeps & PublicDeps

/** What anybody may look up: a certificate by its holder's link, and what verifies a badge. No account is known here. */
export function credentialRoutes(deps: Deps): Hono {
  const app = new Hono()
  const statusList = statusLists(deps)
  const inRegion = async <Found,>(
    context: Context,
    look: (reader: Reader, of: Issuing) => Promise<Found>,
  ): Promise<{ found: Found; of: Issuing; regionId: RegionId } | null> => {
    const regionId = await regionIdBySlug(deps.db, context.req.param('region') ?? '')
    if (regionId === null) return null
    return await deps.db.read({ kind: 'visitor', regionId }, async (reader) => {
      const of = await issuingOf(reader, deps.publicUrl)
      return { found: await look(reader, of), of, regionId }
    })
  }
  const json = (context: Context, body: object, type = 'application/ld+json') =>
    context.body(JSON.stringify(body), 200, { 'content-type': type })

  app.get('/:region/certificates/:code', async (context) => {
    // No search engine keeps what one person showed another.
    context.header('x-robots-tag', 'noindex, nofollow, noarchive')
    const code = context.req.param('code')
    const opened = await inRegion(context, async (reader) => ({
      shown: await openShowing(reader, code),
      region: await loadRegion(reader),
      now: reader.now,
    }))
    if (opened === null || opened.found.shown === null) return context.notFound()
    const { shown, region, now } = opened.found
    const lang = languageOf(context.req.query('lang'))
    return context.html(
      publicFrame(
        deps,
        {
          ...{ region, lang, title: shownWords[lang].title },
          here: trainingPaths.shown(region.slug, code),
          stylesheet: deps.chrome.publicStylesheet,
        },
        <ShownPage
          {...{ lang, region }}
          {...shown}
          today={now.toZonedDateTimeISO(region.timeZone).toPlainDate()}
        />,
      ),
    )
  })

  app.get('/:region/credentials/issuer', async (context) => {
    const asked = await inRegion(context, async (_, of) => documentOf(issuerOf(of)))
    return asked === null ? context.notFound() : json(context, asked.found)
  })

  app.get('/:region/credentials/achievements/:course', async (context) => {
    const course = deps.library.courses.find(({ id }) => id === context.req.param('course'))
    const asked = await inRegion(context, async (_, of) =>
      course === undefined ? null : documentOf(achievementOf(of, course)),
    )
    return asked === null || asked.found === null ? context.notFound() : json(context, asked.found)
  })

  app.get('/:region/credentials/keys', async (context) => {
    const asked = await inRegion(context, publishedKeys)
    return asked === null ? context.notFound() : json(context, asked.found, 'application/jwk-set+json')
  })

  app.get('/:region/credentials/keys/:kid', async (context) => {
    const asked = await inRegion(context, publishedKeys)
    const key = asked?.found.keys.find(({ kid }) => kid.endsWith(`/${context.req.param('kid')}`))
    return key === undefined ? context.notFound() : json(context, key, 'application/jwk+json')
  })

  app.get('/:region/credentials/status', async (context) => {
    const asked = await inRegion(context, async () => null)
    const list = asked === null ? null : await statusList(asked.of, asked.regionId)
    if (list === null) return context.notFound()
    return list.jwt === null
      ? context.text('The key that signs this list can’t be opened here at the moment.\n', 503)
      : context.body(list.jwt, 200, { 'content-type': 'application/vc+jwt' })
  })
  return app
}
