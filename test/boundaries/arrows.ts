/**
 * Which module may use which other, through its faces only. Changing a line here is a decision: say in the
 * commit why the arrow is needed. The table should shrink.
 */
export const arrows: Readonly<Record<string, readonly string[]>> = {
  messaging: [],
  audit: [],
  identity: ['messaging', 'audit'],
  region: ['identity', 'messaging', 'audit'],
  roster: ['region', 'identity', 'messaging', 'audit'],
  incident: ['region', 'identity', 'audit'],
  activation: ['region', 'identity', 'roster', 'incident', 'messaging', 'audit'],
  intervention: ['region', 'identity', 'roster', 'incident', 'activation', 'messaging', 'audit'],
  support: ['region', 'identity', 'roster', 'messaging'],
  training: ['region', 'identity', 'roster', 'messaging', 'audit'],
  stories: ['region', 'identity', 'incident', 'messaging'],
  // Whose pages it checks: it asks for them by the addresses that they have.
  verify: ['support', 'training'],
  // Holds and removals are acts; and the trail's own age is one of its rules.
  retention: ['region', 'audit'],
  reports: [
    'region',
    'identity',
    'roster',
    'incident',
    'activation',
    'intervention',
    'support',
    'training',
    'stories',
    'messaging',
  ],
  desk: [
    'region',
    'identity',
    'roster',
    'incident',
    'activation',
    'intervention',
    'support',
    'training',
    'stories',
    'reports',
    'messaging',
    'audit',
  ],
}

/** Below every module: each imports itself and what its line names, never a module. Modules may use all of them. */
export const ground: Readonly<Record<string, readonly string[]>> = {
  platform: ['crypto'],
  crypto: [],
  ui: [],
}

/** Entry points of the islands; nothing on the server imports them. */
export const islands = 'browser'

/** Put the parts together; they may import anything, and nothing imports them but each other. */
export function isRoot(path: string): boolean {
  return /^src\/(app\.tsx|app\.server\.ts|worker\.ts|cli\.ts|main\.ts|[^/]+\.server\.tsx?)$/.test(path)
}

/** Thin files of a module that stand on the server without the suffix. */
export const serverWithoutSuffix = [
  'pages.tsx',
  'furtherPages.tsx',
  'whoCouldPages.tsx',
  'aidPages.tsx',
  'boardAnswers.tsx',
  'planPages.tsx',
  'movePages.tsx',
  'endPages.tsx',
  'ringPages.tsx',
  'bookingPages.tsx',
  'livePages.tsx',
  'followUpPages.tsx',
  'referralPages.tsx',
  'guidePages.tsx',
  'agencyPages.tsx',
  'passkeyPages.tsx',
  'proofPages.tsx',
  'accountPages.tsx',
  'recoveryPages.tsx',
  'rolesPages.tsx',
  'talkPages.tsx',
  'ownTalkPages.tsx',
  'tallyPages.tsx',
  'professionalPages.tsx',
  'hearPages.tsx',
  'ownRecordPages.tsx',
  'reachPages.tsx',
  'drillPages.tsx',
  'auditPages.tsx',
  'reachedPages.tsx',
  'onCallPages.tsx',
  'ownTimePages.tsx',
  'loadPages.tsx',
  'calendarPages.tsx',
  'standInPages.tsx',
  'classPages.tsx',
  'classOwnPages.tsx',
  'classRoomPages.tsx',
  'classFeedPages.tsx',
  'learnPages.tsx',
  'takePages.tsx',
  'api.ts',
  'commands.ts',
  'certificatePages.tsx',
  'shownPages.tsx',
  'keysPages.tsx',
  'wayPages.tsx',
  'claimPages.tsx',
  'continuedPages.tsx',
  'offerPages.tsx',
  'sheetPages.tsx',
  'publicPages.tsx',
  'frontPages.tsx',
  'teamPages.tsx',
  'invitePages.tsx',
  'mailboxPages.tsx',
  'setUpPages.tsx',
  'coursePages.tsx',
  'previewPages.tsx',
  'enrolPages.tsx',
  'keepPages.tsx',
  'keptPages.tsx',
  'seatsPages.tsx',
  'setUpStepPages.tsx',
]

/** Packages that reach the outside: the network, the disk, a database, a log. */
export const outsidePackages = [
  'pg',
  'pg-copy-streams',
  'kysely',
  'graphile-worker',
  'nodemailer',
  'web-push',
  'pino',
  'better-auth',
  '@simplewebauthn/server',
]

/** Of the web framework, what only describes a page; all else of it belongs to routes and servers. */
export const drawing = ['hono/jsx', 'hono/html']

/** Files that may read a clock other than the database's, each with its reason. */
export const clockReaders: Readonly<Record<string, string>> = {
  'src/browser/talk/clock.ts': 'a browser has no other clock; no rule of the server reads it',
  'src/platform/ids.ts': 'a UUIDv7 carries the millisecond it was made; no rule reads it',
  'src/doctor.server.ts': 'compares this machine’s clock with the database’s; no rule reads it',
  'src/platform/migrate.server.ts': 'the ledger of migrations exists before tailboard.now() does',
}

/** Files without the suffix that draw at random, each with its reason. */
export const chanceTakers: Readonly<Record<string, string>> = {
  'src/browser/talk/firstMessage.ts':
    'a conversation’s id is drawn where it begins, so that no server chose it',
  'src/platform/ids.ts': 'the one place ids are drawn; pure files receive them',
  'src/crypto/random.ts':
    'keys, salts, nonces and words are drawn where they are used up: no caller can repeat one',
}

/** Files that write markup past the escaping, each with its reason. */
export const rawMarkup: Readonly<Record<string, string>> = {
  'src/ui/document.tsx': 'the doctype, which is no element; nothing of anybody’s is in it',
  'src/training/Prose.tsx':
    'courses are HTML that our own renderer made of Markdown, in which no HTML can stand',
}

/** At most this many names in one face. */
export const faceLimit = 40
