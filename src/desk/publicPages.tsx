import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { activationPaths } from '../activation/index.ts'
import type { Db } from '../platform/db.server.ts'
import { loadRegion, regionDirectory, regionIdBySlug } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import { supportPaths } from '../support/index.ts'
import { trainingPaths } from '../training/index.ts'
import { Card } from '../ui/card.tsx'
import type { Chrome } from '../ui/chrome.ts'
import { Door } from '../ui/door.tsx'
import { type Language, languageOf } from '../ui/language.ts'
import { PageHead } from '../ui/pageHead.tsx'
import type { Path } from '../ui/path.ts'
import { PublicPage } from '../ui/publicPage.tsx'
import { deskPaths } from './paths.ts'
import { setUpWords } from './setUpWords.ts'
import { sightWords } from './sightWords.ts'
import { WhatWeSee } from './WhatWeSee.tsx'
import { deskWords } from './words.ts'

type Deps = {
  readonly db: Db
  readonly chrome: Chrome
  readonly leaveHref: Path
  readonly teamUrl: URL
  /** For whoever is in none of these regions. */
  readonly outside: (lang: Language) => Child
}

const spoken = (path: Path, lang: Language): Path => (lang === 'en' ? path : (`${path}?lang=es` as Path))

/** The public host's own pages: the list of regions, a region's front door, who sees what. */
export function publicRoutes(deps: Deps): Hono {
  const app = new Hono()
  const region = async (slug: string): Promise<Region | null> => {
    const regionId = await regionIdBySlug(deps.db, slug)
    return regionId === null ? null : await deps.db.read({ kind: 'visitor', regionId }, loadRegion)
  }
  const frame = (lang: Language, title: string, here: Path, of: Region | null, content: Child) => (
    <PublicPage
      title={title}
      lang={lang}
      region={of?.name}
      home={of === null ? undefined : spoken(deskPaths.frontDoor(of.slug), lang)}
      stylesheet={deps.chrome.publicStylesheet}
      help={deps.chrome.help}
      leaveHref={deps.leaveHref}
      languageSwitch={
        lang === 'en' ? { href: spoken(here, 'es'), label: 'Español' } : { href: here, label: 'English' }
      }
    >
      {content}
    </PublicPage>
  )

  /** A region's page in the language that was asked for; an unknown region is not found. */
  const page = (
    path: '/:region' | '/:region/what-we-see',
    render: (on: { of: Region; lang: Language; words: (typeof deskWords)[Language] }) => Child,
  ) =>
    app.get(path, async (context) => {
      const of = await region(context.req.param('region'))
      if (of === null) return context.notFound()
      const lang = languageOf(context.req.query('lang'))
      return context.html(<>{render({ of, lang, words: deskWords[lang] })}</>)
    })

  /** Greets the operator; anybody else finds the help lines. */
  const empty = (lang: Language) => {
    const words = setUpWords[lang]
    const href = new URL(deskPaths.setUpDoor(), deps.teamUrl).href as Path
    return frame(
      lang,
      words.emptyTitle,
      deskPaths.regions(),
      null,
      <>
        <PageHead title={words.emptyTitle} lead={words.emptyLead} />
        <Door icon="crew" title={words.setUp} line={words.setUpLine} href={href} primary />
        <Door icon="train" title={words.demonstration} line={words.demonstrationLine} href={href} />
        {deps.outside(lang)}
      </>,
    )
  }

  app.get('/', async (context) => {
    const lang = languageOf(context.req.query('lang'))
    const words = deskWords[lang]
    const regions = await regionDirectory(deps.db)
    if (regions.length === 0) return context.html(empty(lang))
    return context.html(
      frame(
        lang,
        words.regionsTitle,
        deskPaths.regions(),
        null,
        <>
          <PageHead title={words.regionsTitle} lead={words.regionsLead} />
          {regions.map((one) => (
            <Door
              key={one.slug}
              icon="crew"
              title={one.name}
              line={words.talkLine}
              href={spoken(deskPaths.frontDoor(one.slug), lang)}
              primary={regions.length === 1}
            />
          ))}
          {deps.outside(lang)}
        </>,
      ),
    )
  })

  page('/:region/what-we-see', ({ of, lang }) =>
    frame(lang, sightWords[lang].title, deskPaths.whatWeSee(of.slug), of, <WhatWeSee lang={lang} />),
  )

  page('/:region', ({ of, lang, words }) =>
    frame(
      lang,
      words.title,
      deskPaths.frontDoor(of.slug),
      of,
      <>
        <PageHead title={words.title} lead={words.lead} />
        <Door
          icon="talk"
          title={words.talk}
          line={words.talkLine}
          href={spoken(supportPaths.front(of.slug), lang)}
          primary
        />
        <Door
          icon="crew"
          title={words.crew}
          line={words.crewLine}
          href={spoken(activationPaths.request(of.slug), lang)}
        />
        <Door
          icon="train"
          title={words.train}
          line={words.trainLine}
          href={spoken(trainingPaths.courses(of.slug), lang)}
        />
        <Card tone="aside" title={words.promise}>
          <p>{words.promiseMore}</p>
          <p>
            <a href={spoken(deskPaths.whatWeSee(of.slug), lang)}>{sightWords[lang].link}</a>
          </p>
        </Card>
        <p>
          {words.before} <a href={spoken(activationPaths.booking(of.slug), lang)}>{words.book}</a>
        </p>
      </>,
    ),
  )

  return app
}
