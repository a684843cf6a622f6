import { Hono } from 'hono'
import { fromProvider, type HookDeps, reachOf } from '../messaging/index.server.ts'
import { keyFields, speechXml } from '../messaging/index.ts'
import { spokenNumber } from './phoneSaid.ts'
import { type AnswerDeps, answerAsked, askedBy } from './professionalAnswer.server.ts'
import type { Asked } from './professionalAsked.ts'
import { professionalScriptParams } from './professionalDoors.ts'
import { professionalWords } from './professionalWords.ts'

/** Where a provider fetches what a call to a professional says, and tells which key was pressed. */
export const professionalCallPath = (
  provider: string,
  region: string,
  token: string,
  step: 'begin' | 'answered' = 'begin',
) => `/hooks/${provider}/professionals/${region}/${token}/${step}`

/** What it says: that a peer asks. Who, only once a key took it: an answering machine presses none. No row tells of the call. */
export function professionalCallRoutes(deps: AnswerDeps & Pick<HookDeps, 'phones' | 'publicUrl'>): Hono {
  const app = new Hono()
  app.post('/hooks/:provider/professionals/:region/:token/:step', async (context) => {
    const fields = await fromProvider(context, deps, keyFields)
    if (fields instanceof Response) return fields
    const given = professionalScriptParams.safeParse(context.req.param()).data
    if (given === undefined) return context.text('', 404)
    const { provider, region, token } = given
    const takes = given.step === 'answered' && fields.Digits === '1'
    const asked = await (takes ? answerAsked(deps, region, token) : askedBy(deps, region, token))
    if (asked.stands === 'nothing') return context.text('', 404)
    const lang = await languageFor(asked)
    const say = professionalWords[lang]
    const speak = (lines: readonly string[], keyTo?: string) =>
      context.body(speechXml(keyTo === undefined ? { lang, lines } : { lang, lines, keyTo }), 200, {
        'content-type': 'text/xml; charset=utf-8',
      })
    if (asked.stands === 'colleague') return speak([say.callColleague])
    if (asked.stands === 'late' || asked.stands === 'over') return speak([say.callOver])
    const { name, phone } = asked.peer
    if (asked.stands === 'theirs')
      return speak([phone === null ? say.callNoNumber(name) : say.callTheirs(name, spokenNumber(phone))])
    const next = new URL(professionalCallPath(provider, region, token, 'answered'), deps.publicUrl).href
    return speak([given.step === 'answered' ? say.callUnread : say.call, say.callPress], next)
  })
  return app

  async function languageFor(asked: Asked) {
    const rung = 'rung' in asked ? asked.rung : null
    if (rung === null || asked.regionId === null) return 'en'
    return await deps.app.read(
      { kind: 'system', regionId: asked.regionId },
      async (reader) => (await reachOf(reader, rung)).lang,
    )
  }
}
