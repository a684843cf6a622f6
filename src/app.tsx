import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { checklistLink } from './activation/checklistLink.server.ts'
import { offerRoutes } from './activation/offerPages.tsx'
import { teamRoutes as activationTeam } from './activation/pages.tsx'
import { publicRoutes as activationPublic } from './activation/publicPages.tsx'
import { assets } from './assets.server.ts'
import { enterDemonstration } from './demonstration.server.ts'
import { auditRoutes } from './desk/auditPages.tsx'
import { hearRoutes } from './desk/hearPages.tsx'
import { inviteRoutes } from './desk/invitePages.tsx'
import { mailboxRoutes } from './desk/mailboxPages.tsx'
import { ownRecordRoutes } from './desk/ownRecordPages.tsx'
import { deskPaths } from './desk/paths.ts'
import { publicRoutes as deskPublic } from './desk/publicPages.tsx'
import { recoveryRoutes } from './desk/recoveryPages.tsx'
import { rolesRoutes } from './desk/rolesPages.tsx'
import { setUpRoutes } from './desk/setUpPages.tsx'
import { setUpStepRoutes } from './desk/setUpStepPages.tsx'
import { teamRoutes as deskTeam } from './desk/teamPages.tsx'
import { watchDoors } from './doors.server.tsx'
import { publicDoors, teamDoors } from './doors.ts'
import { assertDeclared, guard } from './guard.server.ts'
import { hookApp } from './hooks.server.ts'
import {
  accountName,
  accountsAt,
  emailOf,
  grantsOf,
  keepLanguage,
  keepWanted,
  memberIn,
  signedIn,
} from './identity/index.server.ts'
import { chosenLanguage, identityPaths, languageOfBrowser } from './identity/index.ts'
import { owner } from './identity/owner.server.tsx'
import { teamRoutes as identityTeam } from './identity/pages.tsx'
import { signInFirst } from './identity/signInFirst.server.tsx'
import { briefingFor } from './intervention/briefingFor.server.tsx'
import { checklistFor } from './intervention/checklistFor.server.tsx'
import { followUpRoutes } from './intervention/followUpPages.tsx'
import { guideRoutes } from './intervention/guidePages.tsx'
import { teamRoutes as interventionTeam } from './intervention/pages.tsx'
import { referralRoutes } from './intervention/referralPages.tsx'
import { machineRoutes } from './machines.server.ts'
import { ownRegionOf } from './ownRegion.server.ts'
import { publicPermissions, teamPermissions } from './permissions.ts'
import { byHost, type StrayPage, site } from './platform/http.server.ts'
import type { AccountId } from './platform/ids.ts'
import { agencyRoutes } from './region/agencyPages.tsx'
import { atAgency, loadRegion, regionDirectory } from './region/index.server.ts'
import type { Region } from './region/index.ts'
import { teamRoutes as regionTeam } from './region/pages.tsx'
import { calendarRoutes } from './roster/calendarPages.tsx'
import { drillRoutes } from './roster/drillPages.tsx'
import { loadRoutes } from './roster/loadPages.tsx'
import { onCallRoutes } from './roster/onCallPages.tsx'
import { ownTimeRoutes } from './roster/ownTimePages.tsx'
import { teamRoutes as rosterTeam } from './roster/pages.tsx'
import { reachedRoutes } from './roster/reachedPages.tsx'
import { reachRoutes } from './roster/reachPages.tsx'
import { sheetRoutes } from './roster/sheetPages.tsx'
import { sheetParts } from './roster/sheetParts.tsx'
import { standInRoutes } from './roster/standInPages.tsx'
import type { Services } from './services.server.ts'
import { FrontOutside } from './support/FrontOutside.tsx'
import { frontRoutes } from './support/frontPages.tsx'
import { peerApi, professionalApi, seekerApi } from './support/index.server.ts'
import { mayOpenConversations, talkPaths } from './support/index.ts'
import { ownTalkRoutes } from './support/ownTalkPages.tsx'
import { professionalRoutes } from './support/professionalPages.tsx'
import { talkRoutes } from './support/talkPages.tsx'
import { tallyRoutes } from './support/tallyPages.tsx'
import { teamFrame } from './teamFrame.server.tsx'
import { certificateRoutes } from './training/certificatePages.tsx'
import { claimRoutes } from './training/claimPages.tsx'
import { classFeedRoutes } from './training/classFeedPages.tsx'
import { classRoutes } from './training/classPages.tsx'
import { lazyFindings } from './training/contentCheck.server.ts'
import { continuedRoutes } from './training/continuedPages.tsx'
import { courseRoutes } from './training/coursePages.tsx'
import { enrolRoutes } from './training/enrolPages.tsx'
import { keepRoutes } from './training/keepPages.tsx'
import { keyRoutes } from './training/keysPages.tsx'
import { learnRoutes } from './training/learnPages.tsx'
import { spoken } from './training/paths.ts'
import { previewRoutes } from './training/previewPages.tsx'
import { seatsRoutes } from './training/seatsPages.tsx'
import { credentialRoutes } from './training/shownPages.tsx'
import { wayRoutes } from './training/wayPages.tsx'
import type { Language } from './ui/language.ts'
import type { Path } from './ui/path.ts'
import { Stray } from './ui/stray.tsx'
import { visitsOf } from './visits.server.ts'
import { wellKnown } from './wellKnown.server.ts'

/** Both hosts: the public one without accounts, the team's own with them. */
export function app(services: Services): (request: Request, env?: object) => Response | Promise<Response> {
  const { config, db, auth, chrome, log } = services
  const leaveHref = 'https://www.weather.gov/' as Path

  const stray: StrayPage = (what, spanish) =>
    String(<Stray what={what} lang={spanish ? 'es' : 'en'} chrome={chrome} />)
  const open = site('public', config.publicUrl.origin, log, stray)
  assets(open, services)
  open.route('/', wellKnown(services, config.publicUrl.origin))
  open.route('/', machineRoutes(db, config))
  watchDoors(open, publicDoors, services, ({ url, headers }) =>
    languageOfBrowser(new URL(url).searchParams.get('lang') ?? headers.get('accept-language')),
  )
  if (services.mailbox !== null)
    open.route('/', mailboxRoutes({ chrome, mailbox: services.mailbox, phones: services.phonesKept }))
  open.route(
    '/',
    activationPublic({
      ...{ db, chrome, leaveHref },
      secrets: services.secrets,
      checklist: checklistFor,
      supportAt: (slug, lang) =>
        new URL(`/${slug}/support${lang === 'es' ? '?lang=es' : ''}`, config.publicUrl).href,
    }),
  )
  open.route(
    '/',
    seekerApi({
      ...services.conversations,
      app: db,
      secrets: services.secrets,
      mayOpen: services.opensConversations,
      ring: services.ringer.ring,
      tell: services.ringer.tell,
    }),
  )
  open.route(
    '/',
    deskPublic({
      ...{ db, chrome, leaveHref, teamUrl: config.teamUrl },
      outside: (lang) => <FrontOutside help={chrome.help} lang={lang} />,
    }),
  )
  const { packs, checks } = services
  const opens = ({ state }: Pick<Region, 'state'>) =>
    mayOpenConversations(packs.get(state) ?? null, config.demo)
  const doors = (of: Region) => ({
    peers: talkPaths.peers(of.slug),
    write: opens(of) ? talkPaths.write(of.slug) : null,
  })
  const { library } = services
  const courses = {
    ...{ db, chrome, leaveHref, packs, library },
    home: ({ slug }: Region, lang: Language) => spoken(deskPaths.frontDoor(slug), lang),
  }
  open.route('/', courseRoutes(courses))
  open.route('/', enrolRoutes({ ...courses, secrets: services.secrets, teamUrl: config.teamUrl }))
  open.route('/', frontRoutes({ db, chrome, leaveHref, packs, checks, doors }))
  open.route('/', classFeedRoutes({ db, library }))
  open.route('/', talkRoutes({ db, support: services.conversations.db, chrome, leaveHref, packs, opens }))
  const credentials = { db, secrets: services.secrets, publicUrl: config.publicUrl, library }
  open.route('/', credentialRoutes({ ...courses, ...credentials }))

  const chosen = (request: Request) =>
    chosenLanguage(auth.cookies, request.url, request.headers.get('cookie'))
  const languageOf = (request: Request) =>
    chosen(request) ?? languageOfBrowser(request.headers.get('accept-language'))
  const visit = visitsOf({ db, auth, languageOf })
  const frame = teamFrame(chrome)
  const team = site('team', config.teamUrl.origin, log, stray)
  assets(team, services)
  team.route('/', wellKnown(services, config.teamUrl.origin))
  // Reads nothing and answers for no page: the headers of every other answer suit it.
  team.use('/push-worker.js', serveStatic({ root: `${services.root}/dist/client` }))
  team.use(keepLanguage(auth.cookies))
  team.use(signInFirst({ db, auth, secrets: services.secrets, chrome }))
  watchDoors(team, teamDoors, services, languageOf)
  guard(team, teamPermissions, visit)
  const pages = {
    db,
    solve: services.solver.solve,
    visit,
    frame,
    signIn: identityPaths.signIn(),
    today: deskPaths.today,
    help: chrome.help,
    notices: services.notices,
    ending: services.ending,
    boardScript: chrome.board,
    nameOf: (account: AccountId) => accountName(auth, account),
  }
  team.route(
    '/',
    identityTeam({
      db,
      auth,
      secrets: services.secrets,
      log,
      chrome,
      teamUrl: config.teamUrl,
      afterSignIn: '/',
      atAgency: (regionId, email) =>
        db.read({ kind: 'system', regionId }, (reader) => atAgency(reader, email)),
      regionOf: ownRegionOf(db),
    }),
  )
  team.route(
    '/',
    offerRoutes({
      db,
      secrets: services.secrets,
      chrome,
      languageOf: (request) => chosen(request) ?? 'en',
      briefing: briefingFor,
    }),
  )
  team.route(
    '/',
    setUpRoutes({
      ...{ db, auth, chrome, secretsFolder: config.secretsFolder, teamUrl: config.teamUrl },
      packs: services.packs,
      mail: config.smtpUrl !== null,
      languageOf,
      demonstrate: () => enterDemonstration(services, `${services.root}/demo`),
    }),
  )
  team.get('/', async (context) => {
    if ((await regionDirectory(db)).length === 0) return context.redirect(deskPaths.setUpDoor(), 303)
    const accountId = await signedIn(auth, context.req.raw)
    const first = accountId === null ? undefined : (await grantsOf(db, accountId))[0]
    if (first === undefined) return context.redirect(identityPaths.signIn(), 303)
    const region = await db.read({ kind: 'system', regionId: first.regionId }, loadRegion)
    return context.redirect(deskPaths.today(region.slug), 303)
  })
  team.route('/', activationTeam(pages))
  team.route('/', interventionTeam(pages))
  team.route(
    '/',
    guideRoutes({
      ...pages,
      cards: services.cards,
      packs: services.packs,
      keepCard: chrome.keepCard,
      checklistLink: (slug, plan) => checklistLink(services.secrets, config.publicUrl, slug, plan),
      memberOf: (account, regionId) => memberIn(db, account, regionId),
    }),
  )
  team.route(
    '/',
    followUpRoutes({ ...pages, memberOf: (account, regionId) => memberIn(db, account, regionId) }),
  )
  team.route('/', referralRoutes(pages))
  team.route(
    '/',
    deskTeam({
      ...pages,
      secrets: services.secrets,
      packs: services.packs,
      library,
      mail: config.smtpUrl !== null,
      emailOf: (account) => emailOf(auth, account),
    }),
  )
  team.route(
    '/',
    previewRoutes({
      ...pages,
      packs,
      library,
      findings: lazyFindings(services.root),
    }),
  )
  team.route('/', onCallRoutes({ ...pages, emailOf: pages.nameOf }))
  team.route(
    '/',
    rosterTeam({
      ...pages,
      memberOf: (account, regionId) => memberIn(db, account, regionId),
      emailOf: (account: AccountId) => emailOf(auth, account),
    }),
  )
  team.route('/', calendarRoutes({ ...pages, teamUrl: config.teamUrl }))
  team.route('/', standInRoutes({ ...pages, emailOf: pages.nameOf }))
  team.route(
    '/',
    ownTimeRoutes({ ...pages, memberOf: (account, regionId) => memberIn(db, account, regionId) }),
  )
  team.route(
    '/',
    reachRoutes({
      ...pages,
      secrets: services.secrets,
      phones: services.phones.length > 0,
      push: services.push,
      pushScript: chrome.push,
      standIns: config.mailbox,
      memberOf: (account, regionId) => memberIn(db, account, regionId),
    }),
  )
  team.route('/', reachedRoutes({ db, secrets: services.secrets, chrome, chosen }))
  team.route('/', drillRoutes(pages))
  const learning = {
    ...pages,
    ...{ packs, library, secrets: services.secrets, publicUrl: config.publicUrl },
    emailOf: (account: AccountId) => emailOf(auth, account),
    accountsAt: (emails: readonly string[]) => accountsAt(auth, emails),
  }
  // Before the rest of learning: their addresses would be an enrolment's id.
  team.route('/', wayRoutes(learning))
  team.route('/', claimRoutes(learning))
  team.route('/', continuedRoutes(learning))
  team.route('/', learnRoutes(learning))
  team.route('/', keepRoutes(learning))
  team.route('/', seatsRoutes(learning))
  team.route('/', classRoutes({ ...pages, library, publicUrl: config.publicUrl }))
  team.route('/', loadRoutes({ ...pages, memberOf: (account, regionId) => memberIn(db, account, regionId) }))
  team.route(
    '/',
    ownTalkRoutes({
      ...pages,
      support: services.conversations.db,
      chrome,
      packs: services.packs,
      publicUrl: config.publicUrl,
      passkeyFirst(context) {
        keepWanted(auth.cookies, context)
        return identityPaths.proof()
      },
    }),
  )
  team.route('/', tallyRoutes({ ...pages, support: services.conversations.db }))
  // Before the rest: an address of theirs would be a conversation's id.
  const { professionals: ringer } = services
  team.route('/', professionalApi({ app: db, ringer, visit }))
  team.route(
    '/',
    professionalRoutes({
      ...{ stores: services.conversations, app: db, secrets: services.secrets, ringer },
      ...{ chrome, chosen },
    }),
  )
  team.route('/', peerApi({ stores: services.conversations, app: db, visit, looked: services.ringer.looked }))
  team.route('/', sheetRoutes(pages))
  team.route(
    '/',
    setUpStepRoutes({
      ...pages,
      packs: services.packs,
      help: chrome.help,
      mail: config.smtpUrl !== null,
      sheetParts,
    }),
  )
  const account = { db, auth, secrets: services.secrets, chrome, afterSignIn: '/' }
  team.route(
    '/',
    ownRecordRoutes({ db, auth, chrome, languageOf, owner: (context) => owner(account, context) }),
  )
  team.route('/', recoveryRoutes({ ...pages, secrets: services.secrets, chrome, languageOf }))
  team.route('/', rolesRoutes(pages))
  team.route('/', hearRoutes(pages))
  team.route('/', inviteRoutes({ ...pages, secrets: services.secrets }))
  team.route('/', certificateRoutes({ ...pages, ...credentials }))
  team.route('/', keyRoutes({ ...pages, secrets: services.secrets }))
  team.route('/', auditRoutes({ ...pages, memberOf: (account, regionId) => memberIn(db, account, regionId) }))
  team.route('/', regionTeam(pages))
  team.route('/', agencyRoutes({ ...pages, emailOf: (account) => emailOf(auth, account) }))

  assertDeclared(team, teamPermissions)
  assertDeclared(open, publicPermissions, services.mailbox === null ? ['GET /dev/mailbox'] : [])

  const calledBack = hookApp(services)
  const front = new Hono()
  front.all('/hooks/*', (context) => calledBack.fetch(context.req.raw))
  front.mount('/', (request, env) => open.fetch(request, env))

  return byHost(
    { [config.publicUrl.host]: front, [config.teamUrl.host]: team },
    config.publicUrl,
    config.trustedProxies,
  )
}
