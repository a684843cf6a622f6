import { type Line, line } from './doctorLine.ts'
import { networkLines } from './doctorNetwork.ts'
import { backupLine, phonesLine, pushLine, retentionLine, tlsLine, type Upkept } from './doctorUpkeep.ts'
import type { Verdict } from './roles.ts'

/** What was looked at. Null where it could not be told. */
export type Facts = {
  /** Where the database is, in words an operator knows. */
  readonly place: string
  /** `absent`: our own was never started here. Otherwise its version as a number, or why it can't be reached. */
  readonly database: 'absent' | { readonly version: number } | { readonly problem: string }
  readonly roles: Verdict | null
  readonly pending: readonly string[] | null
  /** By how much the database's clock is ahead of this process's. */
  readonly clockSeconds: number | null
  readonly upkeep: Upkept | null
  readonly mail: 'memory' | 'verified' | { readonly problem: string }
  /** How many companies send texts and place calls. */
  readonly phones: number
  readonly publicUrl: URL
  /** The address that is listened on. */
  readonly host: string
  /** Whether a proxy is named whose word about callers is believed. */
  readonly proxies: boolean
  readonly securityContact: string | null
  /** Whom push services write to. */
  readonly pushSubject: string
  readonly folders: readonly Folder[]
  /** How many courses can be read, and where it was refused to read one: file and line. */
  readonly courses: { readonly read: number; readonly refused: readonly string[] }
}

export type Folder = {
  readonly path: string
  readonly mode: number | null
  /** The bits that must not be set. */
  readonly closed: number
  /** The start refuses it otherwise. */
  readonly strict: boolean
}

/** The version every test runs on. */
const triedVersion = 18

/** Each check on a line, with what to do. */
export function diagnose(facts: Facts): readonly Line[] {
  return [
    line('ok', 'configuration', 'every variable is as expected'),
    ...databaseLines(facts),
    ...roleLines(facts),
    migrationLine(facts.pending),
    clockLine(facts.clockSeconds),
    backupLine(facts.upkeep),
    retentionLine(facts.upkeep),
    mailLine(facts.mail),
    phonesLine(facts.phones),
    tlsLine(facts.publicUrl),
    pushLine(facts.publicUrl, facts.pushSubject),
    ...facts.folders.map(folderLine),
    coursesLine(facts.courses),
    ...networkLines(facts),
  ].filter((one) => one !== null)
}

export function configurationBroken(problem: string): readonly Line[] {
  return problem.split('\n').map((says) => line('broken', 'configuration', says))
}

/** 1 when something is broken; advice alone is fine. */
export function exitCode(lines: readonly Line[]): 0 | 1 {
  return lines.some((one) => one.state === 'broken') ? 1 : 0
}

export function printed({ state, what, says }: Line): string {
  return `${state.padEnd(7)} ${what}: ${says}`
}

/** Why mail can't be sent, from the mail library's code. */
export function mailProblem(code: string | undefined, server: string): string {
  if (code === 'ETIMEDOUT')
    return `${server} did not answer in time. Check host, port and firewall in SMTP_URL.`
  if (code === 'EAUTH') return `${server} refused the user name or password in SMTP_URL.`
  if (code === 'EDNS' || code === 'ENOTFOUND') return `${server} is no known host. Check SMTP_URL.`
  return `${server} can't be used (${code ?? 'unknown'}). Check SMTP_URL; smtps:// is for TLS from the first byte.`
}

function databaseLines({ database, place }: Facts): readonly Line[] {
  if (database === 'absent') return [line('advice', 'database', `none yet in ${place}: "npm start" makes it`)]
  if ('problem' in database)
    return [
      line('broken', 'database', `${place} can't be reached: ${database.problem}. Check address and login.`),
    ]
  const major = Math.floor(database.version / 10_000)
  return [
    line('ok', 'database', `${place} answers`),
    major === triedVersion
      ? line('ok', 'version', `PostgreSQL ${major}`)
      : line('advice', 'version', `PostgreSQL ${major}; only ${triedVersion} is tried`),
  ]
}

function roleLines({ roles, database }: Facts): readonly Line[] {
  if (database === 'absent' || 'problem' in database) return []
  if (roles === null) return [line('broken', 'roles', 'none here yet. Run "npx tailboard migrate".')]
  const lines = [
    ...roles.refused.map((says) => line('broken', 'roles', says)),
    ...roles.weak.map((says) => line('advice', 'roles', says)),
  ]
  return lines.length > 0
    ? lines
    : [line('ok', 'roles', 'the application owns nothing; the walls hold for it')]
}

function migrationLine(pending: Facts['pending']): Line | null {
  if (pending === null) return null
  return pending.length === 0
    ? line('ok', 'migrations', 'up to date')
    : line(
        'advice',
        'migrations',
        `${pending.length} to apply: the next start or "npx tailboard migrate" does it`,
      )
}

function clockLine(seconds: number | null): Line | null {
  if (seconds === null) return null
  const off = Math.abs(seconds)
  if (off < 2) return line('ok', 'clock', 'database and this machine agree')
  const side = seconds > 0 ? 'ahead of' : 'behind'
  return line(
    off < 60 ? 'advice' : 'broken',
    'clock',
    `the database is ${off.toFixed(0)} s ${side} this machine. Set both by a time server; deadlines follow the database.`,
  )
}

function coursesLine({ read, refused }: Facts['courses']): Line {
  if (refused.length === 0) return line('ok', 'courses', `${read} can be read`)
  const more = refused.length > 1 ? ` and ${refused.length - 1} more` : ''
  return line(
    'advice',
    'courses',
    `${read} can be read; what is wrong stands at ${refused[0]}${more}. Run "npx tailboard content check".`,
  )
}

function mailLine(mail: Facts['mail']): Line {
  if (mail === 'memory')
    return line('advice', 'mail', 'kept in memory, nothing is sent. Set SMTP_URL to a mail server.')
  return mail === 'verified'
    ? line('ok', 'mail', 'the mail server takes our login')
    : line('broken', 'mail', mail.problem)
}

function folderLine({ path, mode, closed, strict }: Folder): Line | null {
  if (mode === null) return null
  const written = (mode & 0o777).toString(8).padStart(3, '0')
  if ((mode & closed) === 0) return line('ok', 'folder', `${path} (${written})`)
  const wanted = (mode & 0o777 & ~closed).toString(8).padStart(3, '0')
  return line(
    strict ? 'broken' : 'advice',
    'folder',
    `${path} is open to others (${written}). Run: chmod ${wanted} ${path}`,
  )
}
