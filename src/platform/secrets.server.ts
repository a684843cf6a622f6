import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** Keys of this installation, one per purpose, all from one file outside the data folder and outside backups. */
export type Secrets = {
  /** 32 bytes for this purpose alone. */
  key(purpose: string): Buffer
  sign(purpose: string, text: string): Buffer
  verify(purpose: string, text: string, signature: Uint8Array): boolean
}

/** Reads the installation secret, or makes it (mode 600) at the first start. Throws when others may read it. */
export function openSecrets(folder: string): Secrets {
  const file = join(folder, 'installation')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
    try {
      writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
    } catch (error) {
      // Another process of ours was first: its secret is the one that counts.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  if ((statSync(file).mode & 0o077) !== 0) {
    throw new Error(`${file} may be read by others. Run: chmod 600 ${file}`)
  }
  return secretsFrom(Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url'))
}

export function secretsFrom(installation: Uint8Array): Secrets {
  const key = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', installation, Buffer.alloc(0), `tailboard v1 ${purpose}`, 32))
  const sign = (purpose: string, text: string) => createHmac('sha256', key(purpose)).update(text).digest()
  return {
    key,
    sign,
    verify(purpose, text, signature) {
      const expected = sign(purpose, text)
      return expected.length === signature.length && timingSafeEqual(expected, signature)
    },
  }
}

/** A file that only the operator reads (mode 600): whole or not at all, and never readable by others in between. */
export function writePrivately(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}`
  rmSync(draft, { force: true })
  writeFileSync(draft, text, { mode: 0o600, flag: 'wx' })
  renameSync(draft, file)
}
