import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openSecrets, secretsFrom } from './secrets.server.ts'

describe('the installation secret', () => {
  const parent = mkdtempSync(join(tmpdir(), 'tailboard-secrets-'))
  const folder = join(parent, 'secrets')
  const file = join(folder, 'installation')
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('is made once, for its owner alone', () => {
    const made = openSecrets(folder).key('links')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(openSecrets(folder).key('links')).toEqual(made)
    expect(Buffer.from(readFileSync(file, 'utf8'), 'base64url')).toHaveLength(32)
  })

  it('is refused while others may read it', () => {
    openSecrets(folder)
    chmodSync(file, 0o640)
    expect(() => openSecrets(folder)).toThrow(/chmod 600/)
  })

  it('gives each purpose and each installation another key', () => {
    const [one, two] = [secretsFrom(Buffer.alloc(32, 1)), secretsFrom(Buffer.alloc(32, 2))]
    const keys = [one.key('links'), one.key('cookies'), two.key('links')].map((key) => key.toString('hex'))
    expect(new Set(keys).size).toBe(3)
  })

  it('verifies what it signed, for that purpose and text', () => {
    const secrets = secretsFrom(Buffer.alloc(32, 1))
    const signature = secrets.sign('links', 'offer 1')
    expect(secrets.verify('links', 'offer 1', signature)).toBe(true)
    expect(secrets.verify('links', 'offer 2', signature)).toBe(false)
    expect(secrets.verify('cookies', 'offer 1', signature)).toBe(false)
    expect(secrets.verify('links', 'offer 1', signature.subarray(1))).toBe(false)
  })
})
