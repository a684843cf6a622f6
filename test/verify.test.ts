import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepPeers } from '../src/support/index.server.ts'
import { saveProfile } from '../src/support/peerProfile.server.ts'
import { verifyCommand } from '../src/verify/commands.ts'
import { type Kind, meanings } from '../src/verify/finding.ts'
import { type HostileProxy, hostileProxy, type Sent } from './harness/hostileProxy.ts'
import { freePort, type Installation, openInstallation } from './harness/installation.ts'

const root = join(import.meta.dirname, '..')

const verify = async (...args: readonly string[]) => {
  const told: string[] = []
  const answer = await verifyCommand(args, root, {
    signal: new AbortController().signal,
    tell: (text) => void told.push(text),
  })
  return { ...answer, told, last: answer.text.trimEnd().split('\n').at(-1) }
}

/** The command itself, in a process of its own. */
async function run(args: readonly string[], meanwhile: (child: ReturnType<typeof spawn>) => void = () => {}) {
  const child = spawn(process.execPath, [join(root, 'dist/cli.js'), 'verify', ...args], {
    cwd: tmpdir(),
    env: { TAILBOARD_ROOT: root },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  meanwhile(child)
  const said = { out: '', err: '' }
  child.stdout.on('data', (text) => {
    said.out += text
  })
  child.stderr.on('data', (text) => {
    said.err += text
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  return { code, ...said }
}

let here: Installation
let proxy: HostileProxy
beforeAll(async () => {
  here = await openInstallation({ TAILBOARD_DEMO: '1' })
  const { db } = here.services
  const regionId = here.harbor.regionId
  // Two peers who show all they may, so that every part of the page of peers stands there.
  const disciplines = ['fire', 'law_enforcement'] as const
  for (const [index, { id: memberId }] of here.harbor.members.slice(0, 2).entries())
    await db.write({ kind: 'member', memberId, regionId }, (tx) =>
      saveProfile(tx, memberId, {
        ...{ shownAs: `Kit ${index}`, discipline: disciplines[index]!, agency: 'Alderbrook Police' },
        ...{ languages: ['en', 'es'], lived: ['divorce'], answers: ['nights'], published: true },
      }),
    )
  await db.write({ kind: 'system', regionId }, keepPeers)
  proxy = await hostileProxy(here.publicUrl)
}, 60_000)
afterAll(async () => {
  await proxy?.stop()
  await here?.stop()
})

describe('a site that is this build', () => {
  it('fits, on both hosts, whoever asks, without a setting or a database', async () => {
    const peers = await (await fetch(`${here.publicUrl}/harbor/support/peers`)).text()
    expect(peers).toContain('Kit 1')
    const { code, out, err } = await run([here.publicUrl, '--team', here.teamUrl])
    expect(out).toContain(`${here.publicUrl}: 22 pages, 8 files\n`)
    expect(out).toContain(`${here.teamUrl}: 0 pages, 16 files\n`)
    expect(out).toContain('Everything that was compared fits.\n')
    expect(code).toBe(0)
    expect(err).toContain(`${here.publicUrl}/harbor/support/write?lang=es\n`)
  })

  it('fits through whoever passes it on unchanged, and without a page to write on', async () => {
    proxy.twist = null
    expect(await verify(proxy.origin, '--region', 'harbor')).toMatchObject({ code: 0 })
    const nowhere = await fetch(`${here.publicUrl}/no/where/at/all`)
    const body = Buffer.from(await nowhere.arrayBuffer())
    proxy.twist = (path, sent) => {
      if (!path.startsWith('/harbor/support/write')) return
      sent.headers.set('content-security-policy', nowhere.headers.get('content-security-policy')!)
      Object.assign(sent, { status: 404, body })
    }
    const { code, text } = await verify(proxy.origin)
    expect(text).toContain('/harbor/support/write does not exist: nobody can be written to there.')
    expect(code).toBe(0)
  })
})

type Twist = (path: string, sent: Sent) => void
const written = (sent: Sent, from: string | RegExp, to: string) => {
  sent.body = Buffer.from(sent.body.toString('utf8').replace(from, to))
}
const onWrite =
  (change: (sent: Sent) => void): Twist =>
  (path, sent) => {
    if (path === '/harbor/support/write') change(sent)
  }
const onFile =
  (name: string, change: (sent: Sent) => void): Twist =>
  (path, sent) => {
    if (path.startsWith(`/assets/${name}-`)) change(sent)
  }
const oneByte = (sent: Sent) => {
  sent.body[sent.body.length - 2]! ^= 1
}

const twists: readonly (readonly [what: string, kind: Kind, where: string, twist: Twist])[] = [
  ['one byte of the script that writes', 'bytes', '/assets/write-', onFile('write', oneByte)],
  ['one byte of a part that a script loads', 'bytes', '/assets/crypto-', onFile('crypto', oneByte)],
  ['one byte of what works beside it', 'bytes', '/assets/talkWorker-', onFile('talkWorker', oneByte)],
  ['one byte of the looks', 'bytes', '/assets/public-', onFile('public', oneByte)],
  [
    'a script in the page',
    'inline',
    '/harbor/support/write',
    onWrite((sent) => written(sent, '</main>', '<script>steal()</script></main>')),
  ],
  [
    'a file of its own',
    'unlisted',
    '/assets/more-a.js',
    onWrite((sent) => written(sent, '</head>', '<link rel="modulepreload" href="/assets/more-a.js"></head>')),
  ],
  [
    'the known script under an address that no list has',
    'unlisted',
    '/assets/write-',
    onWrite((sent) => written(sent, /(src="\/assets\/write-[\w-]+\.js)/, '$1?visitor=1')),
  ],
  [
    'another worker',
    'script',
    '/harbor/support/write',
    onWrite((sent) => written(sent, /data-worker="[^"]+"/, 'data-worker="/assets/talkWorker-none.js"')),
  ],
  [
    'a form in place of the script',
    'form',
    '/harbor/support/write',
    onWrite((sent) =>
      written(sent, /<script.*<\/script>/, '<form method="post"><textarea name="a"></textarea></form>'),
    ),
  ],
  [
    'a weaker policy',
    'policy',
    '/harbor/support/write',
    onWrite(({ headers }) =>
      headers.set(
        'content-security-policy',
        headers.get('content-security-policy')!.replace("connect-src 'self'", 'connect-src *'),
      ),
    ),
  ],
  [
    'no policy for the worker',
    'policy',
    '/assets/talkWorker-',
    onFile('talkWorker', ({ headers }) => headers.delete('content-security-policy')),
  ],
  ['a cookie', 'cookie', '/harbor/support/write', onWrite(({ headers }) => headers.set('set-cookie', 'a=1'))],
  [
    'a page that may be kept',
    'kept',
    '/harbor/support/write',
    onWrite(({ headers }) => headers.set('cache-control', 'max-age=60')),
  ],
  [
    'a referrer',
    'referrer',
    '/harbor/support/write',
    onWrite(({ headers }) => headers.set('referrer-policy', 'origin')),
  ],
  [
    'letters that are none',
    'letters',
    '/harbor/support/write',
    onWrite((sent) => {
      sent.body = Buffer.concat([Buffer.from([0xff, 0xfe]), sent.body])
    }),
  ],
  [
    'more than anybody reads',
    'unsent',
    '/harbor/support/write',
    onWrite((sent) => {
      sent.body = Buffer.alloc(5 * 1024 * 1024, 32)
    }),
  ],
  [
    'little that unpacks to more than anybody reads',
    'unsent',
    '/harbor/support/write',
    onWrite((sent) => {
      sent.headers.set('content-encoding', 'gzip')
      sent.body = gzipSync(Buffer.alloc(50 * 1024 * 1024))
    }),
  ],
  [
    'no script',
    'unsent',
    '/assets/check-',
    onFile('check', (sent) => {
      sent.status = 503
    }),
  ],
]

describe('a site that sends something else', () => {
  it.each(twists)('is found by it: %s', async (_, kind, where, twist) => {
    proxy.twist = twist
    const { code, text, last } = await verify(proxy.origin, '--region', 'harbor')
    expect(text).toContain(`\n${proxy.origin}${where}`)
    expect(text).toContain(`  means:    ${meanings[kind]}\n`)
    expect(last).toMatch(/not fit\.$/)
    expect(code).toBe(1)
  })

  it('is found by the files of the team’s host too, where a peer reads', async () => {
    proxy.twist = onFile('conversations', oneByte)
    expect(await verify(here.publicUrl, '--region', 'harbor')).toMatchObject({ code: 0 })
    const { code, text } = await verify(here.publicUrl, '--region', 'harbor', '--team', proxy.origin)
    expect(text).toContain(`${proxy.origin}/assets/conversations-`)
    expect([code, text.includes(meanings.bytes)]).toEqual([1, true])
  })

  it('is found by sending it open, but to this machine alone', async () => {
    proxy.twist = null
    const open = await verify(proxy.origin.replace('127.0.0.1', '0.0.0.0'), '--region', 'harbor')
    expect([open.code, open.last]).toEqual([1, 'One thing does not fit.'])
    expect(open.text).toContain(`  expected: https\n  means:    ${meanings.open}\n`)
  })

  it('is not followed to another host', async () => {
    const other = await hostileProxy(here.publicUrl)
    try {
      proxy.twist = (path, sent) => {
        if (path !== '/harbor/support') return
        sent.status = 302
        sent.headers.set('location', `${other.origin}/harbor/support`)
      }
      const { code, text } = await verify(proxy.origin)
      expect([code, text.includes(`sent on to ${other.origin}/harbor/support`)]).toEqual([1, true])
      proxy.twist = (_, sent) => {
        sent.status = 301
        sent.headers.set('location', other.origin)
      }
      const all = await verify(proxy.origin)
      expect([all.code, all.text]).toEqual([2, expect.stringContaining('Nothing is followed')])
      expect(other.asked).toEqual([])
    } finally {
      await other.stop()
    }
  })
})

describe('what can’t be compared', () => {
  it('is told with the remedy', async () => {
    proxy.twist = null
    const nobody = `http://127.0.0.1:${await freePort()}`
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /^tailboard verify URL/],
      [['--regoin', 'harbor', here.publicUrl], /^tailboard verify URL/],
      [[here.publicUrl, here.publicUrl], /^tailboard verify URL/],
      [['--list', here.publicUrl], /^tailboard verify URL/],
      [['peers.example'], /^peers\.example is no address of a site/],
      [['ftp://peers.example'], /is no address of a site/],
      [[`${here.publicUrl}/harbor`], /is no address of a site/],
      [[here.publicUrl, '--team', 'x'], /^x is no address of a site/],
      [[here.publicUrl, '--region', '../x'], /is no region/],
      [[proxy.origin, '--region', 'nowhere'], /has no region "nowhere"/],
      [[nobody], /could not be read: .*ECONNREFUSED.*Check the address/],
      [[here.publicUrl, '--region', 'harbor', '--team', nobody], /could not be read/],
      [[here.publicUrl.replace('localhost', '127.0.0.1')], /answers 421\. Check the address/],
    ]
    for (const [args, said] of cases) {
      const { code, text } = await verify(...args)
      expect([args, code, text]).toEqual([args, 2, expect.stringMatching(said)])
    }
  })

  it('with files that are not as they were built is not compared at all', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tailboard-verify-'))
    const round = { signal: new AbortController().signal, tell: () => {} }
    try {
      for (const path of ['dist/client', 'dist/client.sha256', 'package.json'])
        cpSync(join(root, path), join(folder, path), { recursive: true })
      expect((await verifyCommand(['--list'], folder, round)).code).toBe(0)
      writeFileSync(join(folder, 'dist/client/card-worker.js'), '')
      expect(await verifyCommand(['--list'], folder, round)).toEqual({
        code: 2,
        text: 'The files for browsers are not as they were built. Build them again: npm run build\n',
      })
      rmSync(join(folder, 'dist'), { recursive: true })
      expect((await verifyCommand(['--list'], folder, round)).code).toBe(2)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('because nothing answers is stopped by Ctrl-C at once', async () => {
    const silent = createServer()
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const { port } = silent.address() as { port: number }
    silent.on('connection', (socket) => socket.on('error', () => {}))
    try {
      const { code, err } = await run([`http://127.0.0.1:${port}`], (child) => {
        silent.once('connection', () => child.kill('SIGINT'))
      })
      expect(err).toContain('Stopped before everything was compared.\n')
      expect(code).toBe(2)
    } finally {
      silent.close()
    }
  })
})
