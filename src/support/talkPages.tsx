import { Hono } from 'hono'
import type { Db } from '../platform/db.server.ts'
import { withIsland } from '../platform/islands.server.ts'
import { loadRegion, regionIdBySlug } from '../region/index.server.ts'
import type { Region, StatePack } from '../region/index.ts'
import type { Chrome } from '../ui/chrome.ts'
import { languageOf } from '../ui/language.ts'
import type { Path } from '../ui/path.ts'
import { dayOf } from './conversationRows.server.ts'
import { FrontFrame } from './FrontFrame.tsx'
import { spoken } from './frontPaths.ts'
import { PeersPage } from './PeersPage.tsx'
import { talkPaths } from './paths.ts'
import { shownPeers } from './peerDirectory.server.ts'
import { talkPageWords } from './talkWords.ts'
import { WritePage } from './WritePage.tsx'

type Deps = {
  readonly db: Db
  /** A pool of the support role: what peers show stands there. */
  readonly support: Db
  readonly chrome: Chrome
  readonly leaveHref: Path
  readonly packs: ReadonlyMap<string, StatePack>
  /** Whether somebody may be written to in this region. */
  opens(of: Region): boolean
}

/** Who can be found, and where to write to them. Nobody's account is known here, and only writing carries a script. */
export function talkRoutes({ db, support, chrome, leaveHref, packs, opens }: Deps): Hono {
  const app = new Hono()
  const load = async (slug: string): Promise<Region | null> => {
    const regionId = await regionIdBySlug(db, slug)
    return regionId === null ? null : await db.read({ kind: 'visitor', regionId }, loadRegion)
  }

  app.get('/:region/support/peers', async (context) => {
    const of = await load(context.req.param('region'))
    if (of === null) return context.notFound()
    const lang = languageOf(context.req.query('lang'))
    const peers = await support.read({ kind: 'visitor', regionId: of.id }, (reader) =>
      shownPeers(reader, dayOf(reader.now)),
    )
    const write = opens(of) ? spoken(talkPaths.write(of.slug), lang) : null
    return context.html(
      <FrontFrame
        {...{ of, lang, chrome, leaveHref }}
        title={talkPageWords[lang].peersTitle}
        here={talkPaths.peers(of.slug)}
      >
        <PeersPage of={of} peers={peers} write={write} lang={lang} />
      </FrontFrame>,
    )
  })

  app.get('/:region/support/write', async (context) => {
    const of = await load(context.req.param('region'))
    if (of === null || !opens(of)) return context.notFound()
    const lang = languageOf(context.req.query('lang'))
    withIsland(context, 'talk')
    return context.html(
      <FrontFrame
        {...{ of, lang, chrome, leaveHref }}
        title={talkPageWords[lang].writeTitle}
        here={talkPaths.write(of.slug)}
      >
        <WritePage
          of={of}
          pack={packs.get(of.state) ?? null}
          script={chrome.write}
          worker={chrome.talkWorker}
          lang={lang}
        />
      </FrontFrame>,
    )
  })
  return app
}
