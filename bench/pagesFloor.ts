import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type pg from 'pg'
import { teamRoutes as activationTeam } from '../src/activation/pages.tsx'
import { deskPaths } from '../src/desk/paths.ts'
import { teamRoutes as deskTeam } from '../src/desk/teamPages.tsx'
import { accountName, emailOf } from '../src/identity/index.server.ts'
import { identityPaths, type Visit } from '../src/identity/index.ts'
import { type Db, openDb, openPool } from '../src/platform/db.server.ts'
import type { AccountId } from '../src/platform/ids.ts'
import { regionIdBySlug } from '../src/region/index.server.ts'
import { teamFrame } from '../src/teamFrame.server.tsx'
import { learnRoutes } from '../src/training/learnPages.tsx'
import type { Path } from '../src/ui/path.ts'
import { visitsOf } from '../src/visits.server.ts'
import type { PagesWorld, Product } from './pagesWorld.ts'

export type Floor = { readonly port: number; close(): Promise<void> }
/** Which walls a floor puts up again, to see what each costs. */
type Walls = { readonly policies: boolean; readonly visit: boolean }

/**
 * The same pages, loaded and drawn by the same functions in the same form of transaction, as they would be served if
 * nobody had to be kept out: who asks is taken for granted, no policy is looked at, no header is set, no door is watched.
 * The region is still found by its name in the address, for that is where the page is, and no question may take longer
 * than the product's.
 */
export async function openFloor(world: PagesWorld, { services }: Product, walls: Walls): Promise<Floor> {
  const { auth, chrome } = services
  const pool = openPool({
    url: walls.policies ? world.appUrl : world.floorUrl,
    ...{ role: null, max: 20, limits: services.limits.pages },
  })
  const db = openDb(walls.policies ? pool : withoutSettings(pool))
  const pages = {
    db,
    solve: services.solver.solve,
    visit: walls.visit ? visitsOf({ db, auth, languageOf: () => 'en' }) : takenForGranted(world, db),
    frame: teamFrame(chrome),
    signIn: identityPaths.signIn(),
    today: deskPaths.today,
    help: chrome.help,
    notices: services.notices,
    ending: services.ending,
    boardScript: chrome.board,
    nameOf: (account: AccountId) => accountName(auth, account),
    secrets: services.secrets,
    packs: services.packs,
    library: services.library,
    emailOf: (account: AccountId) => emailOf(auth, account),
    mail: services.config.smtpUrl !== null,
  }
  const app = new Hono()
  app.route('/', activationTeam(pages))
  app.route('/', deskTeam(pages))
  const { library, config } = services
  app.route('/', learnRoutes({ ...pages, library, publicUrl: config.publicUrl, emailOf: async () => null }))
  const server = await new Promise<Server>((resolve) => {
    const made = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(made as Server))
  })
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
      await db.close()
    },
  }
}

/** Each page of this bench has one reader, who is believed to be the one that asks. */
function takenForGranted({ readings }: PagesWorld, db: Db) {
  const known = new Map(Object.values(readings).map((reading) => [reading.path, reading]))
  return async (request: Request, slug: string): Promise<Visit | null> => {
    const regionId = await regionIdBySlug(db, slug)
    const here = new URL(request.url).pathname as Path
    const reading = known.get(here)
    if (regionId === null || reading === undefined) return null
    const { accountId, role, memberId } = reading
    const actor = { kind: 'account', accountId, regionId, roles: [role] } as const
    return { actor, memberId, regionId, byPasskey: true, lang: 'en', here }
  }
}

/** A transaction that asks for the time alone, and tells the database neither region nor actor. */
function withoutSettings(pool: pg.Pool): pg.Pool {
  const connect = async () => {
    const client = await pool.connect()
    const query = (text: string, parameters: unknown[]) =>
      text.includes("set_config('tailboard.region'")
        ? client.query('select tailboard.now() as now')
        : client.query(text, parameters)
    return { query, release: (error?: Error) => client.release(error) }
  }
  return { connect, end: () => pool.end(), options: pool.options } as unknown as pg.Pool
}
