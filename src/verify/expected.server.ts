import { site } from '../platform/http.server.ts'
import { withIsland } from '../platform/islands.server.ts'
import { openLog } from '../platform/log.server.ts'
import type { Heads } from './heads.ts'
import type { PageKind } from './pages.ts'

export type Expected = Readonly<Record<PageKind | 'talkWorker', Heads>>

/** The headers of each kind of answer, made by what makes them for the server: nobody copies them, so they can't drift apart. */
export async function expectedHeads(origin: string): Promise<Expected> {
  const app = site('public', origin, openLog('silent'), () => '')
  app.get('/plain', (context) => context.html(''))
  for (const island of ['check', 'talk', 'talkWorker'] as const)
    app.get(`/${island}`, (context) => {
      withIsland(context, island)
      return context.html('')
    })
  const of = async (kind: keyof Expected): Promise<Heads> => {
    const { headers } = await app.request(`${origin}/${kind}`)
    return new Map([...headers].map(([name, value]) => [name, [value]]))
  }
  const [plain, check, talk, talkWorker] = await Promise.all([
    of('plain'),
    of('check'),
    of('talk'),
    of('talkWorker'),
  ])
  return { plain, check, talk, talkWorker }
}
