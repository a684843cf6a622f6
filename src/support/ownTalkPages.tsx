import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { sixWords } from '../crypto/index.ts'
import { may, type Visit } from '../identity/index.ts'
import type { Db } from '../platform/db.server.ts'
import { formOf } from '../platform/http.server.ts'
import type { MemberId } from '../platform/ids.ts'
import { withIsland } from '../platform/islands.server.ts'
import { loadAgencies, loadRegion } from '../region/index.server.ts'
import { federalPack, type Region, type StatePack } from '../region/index.ts'
import { loadMember } from '../roster/index.server.ts'
import type { Chrome } from '../ui/chrome.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import type { Path } from '../ui/path.ts'
import { ConversationsPage } from './ConversationsPage.tsx'
import { CardPage } from './PeerCardPage.tsx'
import { ProfilePage, type ProfileView } from './ProfilePage.tsx'
import { talkPaths } from './paths.ts'
import { loadPeer } from './peerDirectory.server.ts'
import { profileToBegin, saveProfile } from './peerProfile.server.ts'
import { readProfile } from './profileForm.ts'
import { TallyPage } from './TallyPage.tsx'
import { talkPageWords } from './talkWords.ts'
import { countContact } from './tallies.server.ts'
import { readTally } from './tally.ts'
import { tallyWords } from './tallyWords.ts'

type Deps = {
  readonly db: Db
  /** A pool of the support role: what is counted stands there. */
  readonly support: Db
  readonly chrome: Chrome
  readonly packs: ReadonlyMap<string, StatePack>
  readonly publicUrl: URL
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
  /** Where a passkey is shown; afterwards the page that was wanted comes back. */
  passkeyFirst(context: Context): Path
}
type Own = { readonly visit: Visit; readonly memberId: MemberId; readonly region: Region }

/** A peer's side: what they show, their card, and the page that opens what was written to them. */
export function ownTalkRoutes({ db, support, chrome, packs, publicUrl, ...deps }: Deps): Hono {
  const app = new Hono()
  const enter = async (context: Context): Promise<Own | Response> => {
    const visit = await deps.visit(context.req.raw, context.req.param('region') ?? '')
    if (visit === null) return context.redirect(deps.signIn, 303)
    if (!may(visit.actor, 'see', 'own_conversations')) return await context.notFound()
    const region = await db.read(visit.actor, loadRegion)
    const { memberId } = visit
    if (memberId !== null) return { visit, memberId, region }
    const say = talkPageWords[visit.lang]
    const told = (
      <>
        <PageHead title={say.title} />
        <Notice>{say.noMember}</Notice>
      </>
    )
    return await context.html(<>{deps.frame(visit, region, say.title, 'conversations', told)}</>)
  }
  const loadProfile = async ({ visit, memberId, region }: Own): Promise<ProfileView> =>
    await db.read(visit.actor, async (reader) => {
      const member = (await loadMember(reader, memberId))!
      const known = await loadPeer(reader, memberId)
      const serves = new Set([member.agencyId, ...member.furtherAgencies])
      return {
        region,
        profile: known?.profile ?? (await profileToBegin(reader, memberId))!,
        professional: member.role === 'mhp',
        agencies: (await loadAgencies(reader)).filter(({ id }) => serves.has(id)).map(({ name }) => name),
        disciplines: member.disciplines,
        languages: member.languages,
      }
    })

  app.get('/:region/conversations', async (context) => {
    const own = await enter(context)
    if (own instanceof Response) return own
    const { visit, region, memberId } = own
    const peer = await db.read(visit.actor, (reader) => loadPeer(reader, memberId))
    if (peer !== null && visit.byPasskey) withIsland(context, 'talk')
    const page = (
      <ConversationsPage
        {...{ region, lang: visit.lang }}
        state={peer === null ? 'new' : peer.published ? 'shown' : 'hidden'}
        professional={peer?.professional ?? false}
        passkeyFirst={visit.byPasskey ? null : deps.passkeyFirst(context)}
        script={chrome.conversations}
        worker={chrome.talkWorker}
        pack={packs.get(region.state) ?? null}
        federal={packs.get(federalPack) ?? null}
        limits={
          new URL(`/${region.slug}/support/limits${visit.lang === 'es' ? '?lang=es' : ''}`, publicUrl).href
        }
      />
    )
    return context.html(
      <>{deps.frame(visit, region, talkPageWords[visit.lang].title, 'conversations', page)}</>,
    )
  })

  app.on(['GET', 'POST'], '/:region/conversations/profile', async (context) => {
    const own = await enter(context)
    if (own instanceof Response) return own
    const { visit, memberId } = own
    const view = await loadProfile(own)
    const draw = (more: Partial<Parameters<typeof ProfilePage>[0]>, status: 200 | 400 = 200) => {
      const kept = context.req.query('kept') === '1'
      const page = <ProfilePage lang={visit.lang} view={view} errors={[]} kept={kept} {...more} />
      return context.html(
        <>{deps.frame(visit, view.region, talkPageWords[visit.lang].profileTitle, 'conversations', page)}</>,
        status,
      )
    }
    if (context.req.method === 'GET') return draw({})
    const typed = await formOf(context.req)
    const read = readProfile(typed, view)
    if (read.errors.length > 0) {
      const say = talkPageWords[visit.lang]
      const errors = read.errors.map(({ field, word }) => ({ field, message: say[word] }))
      return draw({ view: { ...view, profile: read.profile }, errors, kept: false }, 400)
    }
    const self = { kind: 'member', memberId, regionId: visit.regionId } as const
    await db.write(self, (tx) => saveProfile(tx, memberId, read.profile))
    return context.redirect(`${talkPaths.profile(view.region.slug)}?kept=1`, 303)
  })

  app.on(['GET', 'POST'], '/:region/conversations/tally', async (context) => {
    const own = await enter(context)
    if (own instanceof Response) return own
    const { visit, region } = own
    if (context.req.method === 'POST') {
      await countContact(support, visit.regionId, readTally(await formOf(context.req)))
      return context.redirect(`${talkPaths.tally(region.slug)}?counted=1`, 303)
    }
    const page = (
      <TallyPage region={region} lang={visit.lang} counted={context.req.query('counted') === '1'} />
    )
    return context.html(<>{deps.frame(visit, region, tallyWords[visit.lang].title, 'conversations', page)}</>)
  })

  app.get('/:region/conversations/card', async (context) => {
    const own = await enter(context)
    if (own instanceof Response) return own
    const { visit, region, memberId } = own
    const peer = await db.read(visit.actor, (reader) => loadPeer(reader, memberId))
    const six = peer?.key == null ? null : await sixWords(Uint8Array.from(peer.key.identityKey))
    const address = new URL(`/${region.slug}/support`, publicUrl)
    const page = (
      <CardPage
        {...{ region, lang: visit.lang, six }}
        name={peer?.profile.shownAs ?? null}
        professional={peer?.professional ?? false}
        address={`${address.host}${address.pathname}`}
      />
    )
    return context.html(
      <>{deps.frame(visit, region, talkPageWords[visit.lang].cardTitle, 'conversations', page)}</>,
    )
  })
  return app
}
