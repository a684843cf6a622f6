import type { Hono } from 'hono'
import { callRoutes, onText } from './activation/index.server.ts'
import { assertDeclared } from './guard.server.ts'
import { actorIn } from './identity/index.server.ts'
import { hookRoutes, type Texter } from './messaging/index.server.ts'
import { hookPermissions } from './permissions.ts'
import { hookSite } from './platform/http.server.ts'
import type { AccountId, RegionId } from './platform/ids.ts'
import { answerDrillByText } from './roster/answerDrill.server.ts'
import { drillCallRoutes } from './roster/api.ts'
import type { Services } from './services.server.ts'
import { professionalCallRoutes } from './support/index.server.ts'

/** What phone companies call stands apart: no page of ours, and its posts come from elsewhere by right. */
export function hookApp({ config, db, log, phones, secrets, conversations, professionals }: Services): Hono {
  const actorOf = (accountId: AccountId, regionId: RegionId) => actorIn(db, accountId, regionId)
  const hooks = {
    db,
    secrets,
    phones,
    publicUrl: config.publicUrl,
    actorOf,
    // "OK" is the drill's word, and a drill's alone; whatever it does not know is for the call-outs.
    onText: async (texters: readonly Texter[], text: string) =>
      (await answerDrillByText(db, texters, text)) ??
      (await onText({ db, secrets, teamUrl: config.teamUrl, actorOf }, texters, text)),
  }
  const calledBack = hookSite(log)
  calledBack.route('/', hookRoutes(hooks))
  calledBack.route('/', callRoutes(hooks))
  calledBack.route('/', drillCallRoutes(hooks))
  calledBack.route(
    '/',
    professionalCallRoutes({
      ...{ stores: conversations, app: db, secrets, phones, ringer: professionals },
      publicUrl: config.publicUrl,
    }),
  )
  assertDeclared(calledBack, hookPermissions)
  return calledBack
}
