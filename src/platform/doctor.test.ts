import { describe, expect, it } from 'vitest'
import { configurationBroken, diagnose, exitCode, type Facts, mailProblem, printed } from './doctor.ts'

const well: Facts = {
  place: 'our own',
  database: { version: 180_004 },
  roles: { refused: [], weak: [] },
  pending: [],
  clockSeconds: 0.2,
  upkeep: { inUse: true, backupHours: 3, retentionHours: 20 },
  mail: 'verified',
  phones: 2,
  publicUrl: new URL('https://peers.example'),
  host: '0.0.0.0',
  proxies: true,
  securityContact: 'mailto:security@peers.example',
  pushSubject: 'https://peers.example',
  folders: [{ path: 'secrets', mode: 0o40700, closed: 0o077, strict: true }],
  courses: { read: 9, refused: [] },
}

describe('the doctor', () => {
  it('finds nothing where nothing is', () => {
    const lines = diagnose(well)
    expect(lines.every((line) => line.state === 'ok')).toBe(true)
    expect(lines.map((line) => line.what)).toEqual([
      'configuration',
      'database',
      'version',
      'roles',
      'migrations',
      'clock',
      'backup',
      'retention',
      'mail',
      'phones',
      'tls',
      'push',
      'folder',
      'courses',
      'network',
      'callers',
      'security',
    ])
    expect(exitCode(lines)).toBe(0)
  })

  const kept = well.upkeep!
  const broken = { refused: ['GRANT it'], weak: [] }
  it.each<[Partial<Facts>, string, 0 | 1]>([
    [{ database: 'absent' }, 'advice  database: none yet in our own: "npm start" makes it', 0],
    [{ database: { problem: 'refused' } }, "broken  database: our own can't be reached: refused.", 1],
    [{ database: { version: 150_010 } }, 'advice  version: PostgreSQL 15; only 18 is tried', 0],
    [{ database: { version: 190_000 } }, 'advice  version: PostgreSQL 19', 0],
    [{ roles: broken }, 'broken  roles: GRANT it', 1],
    [{ roles: { refused: [], weak: ['weaker'] } }, 'advice  roles: weaker', 0],
    [{ roles: null }, 'broken  roles: none here yet.', 1],
    [{ pending: ['0010_a.sql'] }, 'advice  migrations: 1 to apply', 0],
    [{ clockSeconds: -3.4 }, 'advice  clock: the database is 3 s behind this machine.', 0],
    [{ clockSeconds: 90 }, 'broken  clock: the database is 90 s ahead of this machine.', 1],
    [
      { upkeep: { ...kept, backupHours: null } },
      'broken  backup: never made: a lost disk loses everything. Run',
      1,
    ],
    [
      { upkeep: { ...kept, backupHours: 24.1 } },
      'advice  backup: last made 24 hours ago. Run "npx tailboard',
      0,
    ],
    [{ upkeep: { ...kept, backupHours: 99 } }, 'advice  backup: last made 4 days ago.', 0],
    [
      { upkeep: { ...kept, retentionHours: null } },
      'advice  retention: has not run yet. A running worker',
      0,
    ],
    [{ upkeep: { ...kept, retentionHours: 49 } }, 'advice  retention: last ran 2 days ago.', 0],
    [
      { courses: { read: 8, refused: ['a/course.md:3', 'a/bank.yaml:9'] } },
      'advice  courses: 8 can be read; what is wrong stands at a/course.md:3 and 1 more. Run',
      0,
    ],
    [{ phones: 0 }, 'advice  phones: no company for texts and calls', 0],
    [{ phones: 1 }, 'advice  phones: one company', 0],
    [{ proxies: false }, 'advice  callers: behind a proxy nobody can be told apart', 0],
    [
      { securityContact: null },
      'advice  security: nobody can tell you of a weakness. Set SECURITY_CONTACT',
      0,
    ],
    [{ mail: 'memory' }, 'advice  mail: kept in memory', 0],
    [{ mail: { problem: 'no answer' } }, 'broken  mail: no answer', 1],
    [
      { folders: [{ path: 'secrets', mode: 0o40755, closed: 0o077, strict: true }] },
      'broken  folder: secrets is open to others (755). Run: chmod 700 secrets',
      1,
    ],
    [
      { folders: [{ path: 'data', mode: 0o40775, closed: 0o022, strict: false }] },
      'advice  folder: data is open to others (775). Run: chmod 755 data',
      0,
    ],
  ])('of %j says “%s”', (change, says, code) => {
    const lines = diagnose({ ...well, ...change })
    expect(lines.map(printed).filter((text) => text.startsWith(says))).toHaveLength(1)
    expect(lines.filter((line) => line.state !== 'ok')).toHaveLength(1)
    expect(exitCode(lines)).toBe(code)
  })

  it('leaves out what can’t be told', () => {
    const unknown = {
      database: { problem: 'refused' },
      roles: null,
      pending: null,
      clockSeconds: null,
      upkeep: null,
    } as const
    const folders = [{ path: 'data', mode: null, closed: 0o022, strict: false }]
    expect(diagnose({ ...well, ...unknown, folders }).map((line) => line.what)).toEqual([
      'configuration',
      'database',
      'mail',
      'phones',
      'tls',
      'push',
      'courses',
      'network',
      'callers',
      'security',
    ])
  })

  it('asks for no copy of nothing', () => {
    const upkeep = { inUse: false, backupHours: null, retentionHours: null }
    expect(diagnose({ ...well, upkeep }).filter((line) => line.state !== 'ok')).toEqual([])
  })

  it.each([
    ['https://peers.example', 'ok', 'ok'],
    ['http://localhost:3000', 'ok', 'ok'],
    ['http://team.localhost:3000', 'ok', 'ok'],
    ['http://127.0.0.1:3000', 'ok', 'ok'],
    ['http://peers.example', 'broken', 'advice'],
    ['http://203.0.113.5', 'broken', 'advice'],
    ['http://192.168.1.5:3000', 'advice', 'advice'],
    ['http://peers.lan', 'advice', 'advice'],
    ['http://peers', 'advice', 'advice'],
  ])('of %s says tls %s, push %s', (address, tls, push) => {
    const lines = diagnose({ ...well, publicUrl: new URL(address) })
    const state = (what: string) => lines.find((line) => line.what === what)?.state
    expect([state('tls'), state('push')]).toEqual([tls, push])
  })

  it('gives each wrong variable a line', () => {
    const lines = configurationBroken('PORT should be a number.\nSMTP_URL should be an address.')
    expect(lines.map(printed)).toEqual([
      'broken  configuration: PORT should be a number.',
      'broken  configuration: SMTP_URL should be an address.',
    ])
    expect(exitCode(lines)).toBe(1)
  })

  it.each([
    ['ETIMEDOUT', 'did not answer in time'],
    ['EAUTH', 'refused the user name or password'],
    ['EDNS', 'is no known host'],
    [undefined, "can't be used (unknown)"],
  ])('explains the mail code %s', (code, says) => {
    expect(mailProblem(code, 'mail.example:587')).toContain(`mail.example:587 ${says}`)
  })
})

it('says how the server is heard', () => {
  const network = (host: string) => diagnose({ ...well, host }).find((one) => one.what === 'network')?.says
  expect(network('127.0.0.1')).toBe('listens on 127.0.0.1, this machine only')
  expect(network('10.0.0.5')).toContain('beyond this machine')
})
