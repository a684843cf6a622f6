import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Db } from '../platform/db.server.ts'
import { withIsland } from '../platform/islands.server.ts'
import { loadRegion, regionIdBySlug } from '../region/index.server.ts'
import { federalPack, type Region, type StatePack } from '../region/index.ts'
import type { Chrome } from '../ui/chrome.ts'
import { type Language, languageOf } from '../ui/language.ts'
import type { Path } from '../ui/path.ts'
import { CheckPage } from './CheckPage.tsx'
import type { Check } from './checkContent.ts'
import { checkWords } from './checkWords.ts'
import { FamilyPage } from './FamilyPage.tsx'
import { FrontFrame } from './FrontFrame.tsx'
import { FrontPage } from './FrontPage.tsx'
import { familyWords } from './familyWords.ts'
import { type SupportDoors, supportPaths } from './frontPaths.ts'
import { frontWords } from './frontWords.ts'
import { LimitsPage } from './LimitsPage.tsx'
import { limitsWords } from './limitsWords.ts'

type Deps = {
  readonly db: Db
  readonly chrome: Chrome
  readonly leaveHref: Path
  readonly packs: ReadonlyMap<string, StatePack>
  readonly checks: readonly Check[]
  /** Whose pages stand elsewhere; null while there is none. */
  readonly doors: (of: Region) => SupportDoors
}

type Drawn = {
  readonly title: string
  readonly here: Path
  readonly content: Child
  readonly helpBelow?: boolean
}

/** What anybody reads before they call or write. Nothing here knows an account, and only the self-check carries a script. */
export function frontRoutes(deps: Deps): Hono {
  const app = new Hono()
  const { help } = deps.chrome

  const page = (
    path:
      | '/:region/support'
      | '/:region/support/families'
      | '/:region/support/limits'
      | '/:region/support/check',
    draw: (of: Region, lang: Language) => Drawn,
  ) =>
    app.get(path, async (context) => {
      const regionId = await regionIdBySlug(deps.db, context.req.param('region'))
      if (regionId === null) return context.notFound()
      const of = await deps.db.read({ kind: 'visitor', regionId }, loadRegion)
      const lang = languageOf(context.req.query('lang'))
      const { content, ...frame } = draw(of, lang)
      if (path === '/:region/support/check') withIsland(context, 'check')
      return context.html(
        <FrontFrame of={of} lang={lang} chrome={deps.chrome} leaveHref={deps.leaveHref} {...frame}>
          {content}
        </FrontFrame>,
      )
    })

  page('/:region/support', (of, lang) => ({
    title: frontWords[lang].title,
    here: supportPaths.front(of.slug),
    helpBelow: false,
    content: <FrontPage of={of} help={help} doors={deps.doors(of)} lang={lang} />,
  }))
  page('/:region/support/families', (of, lang) => ({
    title: familyWords[lang].title,
    here: supportPaths.families(of.slug),
    content: <FamilyPage of={of} help={help} lang={lang} />,
  }))
  page('/:region/support/limits', (of, lang) => ({
    title: limitsWords[lang].title,
    here: supportPaths.limits(of.slug),
    content: (
      <LimitsPage
        of={of}
        pack={deps.packs.get(of.state) ?? null}
        federal={deps.packs.get(federalPack) ?? null}
        lang={lang}
      />
    ),
  }))
  page('/:region/support/check', (of, lang) => ({
    title: checkWords[lang].title,
    here: supportPaths.check(of.slug),
    content: <CheckPage of={of} checks={deps.checks} help={help} script={deps.chrome.check} lang={lang} />,
  }))
  return app
}
