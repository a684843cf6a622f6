import { expect, it } from 'vitest'
import { idCode, readIdCode } from './idCode.server.ts'
import { newId } from './ids.ts'
import { secretsFrom } from './secrets.server.ts'

const secrets = secretsFrom(Buffer.alloc(32, 3))

it('opens what it names, for its purpose, from here, and nothing when a sign is changed', () => {
  const id = newId<string>()
  const code = idCode(secrets, 'short offer link', id)
  expect(code).toHaveLength(32)
  expect(readIdCode(secrets, 'short offer link', code)).toBe(id)
  expect(readIdCode(secrets, 'request status', code)).toBeNull()
  expect(readIdCode(secretsFrom(Buffer.alloc(32, 4)), 'short offer link', code)).toBeNull()
  for (let index = 0; index < code.length; index++) {
    const other = code[index] === 'A' ? 'B' : 'A'
    expect(
      readIdCode(secrets, 'short offer link', code.slice(0, index) + other + code.slice(index + 1)),
    ).toBeNull()
  }
  for (const bent of ['', code.slice(1), `${code}A`, `${code}=`, code.replace(/./, ' ')])
    expect(readIdCode(secrets, 'short offer link', bent)).toBeNull()
})
