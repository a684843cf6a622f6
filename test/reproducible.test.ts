import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

describe('the build for browsers', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tailboard-build-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** The list of a checkout of its own, built by somebody else. */
  function listOf(name: string, cwd: string, env: Readonly<Record<string, string>>): string {
    const checkout = join(folder, name)
    mkdirSync(checkout, { recursive: true })
    for (const part of ['src', 'scripts', 'vite.config.mjs', 'package.json'])
      cpSync(join(root, part), join(checkout, part), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'))
    const build = spawnSync(process.execPath, [join(checkout, 'scripts/build.mjs'), 'client'], {
      cwd,
      env: { PATH: process.env.PATH, ...env },
      encoding: 'utf8',
    })
    expect([build.status, build.stderr]).toEqual([0, ''])
    return readFileSync(join(checkout, 'dist/client.sha256'), 'utf8')
  }

  it('gives the same bytes wherever the checkout lies, whoever builds it, from wherever', () => {
    const one = listOf('a', folder, { NODE_ENV: 'development', TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8' })
    const other = listOf('further/down/with a space', '/', { HOME: folder })
    expect(one).toBe(other)
    expect(one.split('\n').length).toBeGreaterThan(12)
    expect(one).toMatch(/^[0-9a-f]{64} {2}assets\/write-[\w-]+\.js$/m)
    expect(one).not.toMatch(/\.map$/m)
  }, 120_000)
})
