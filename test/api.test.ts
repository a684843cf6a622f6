import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { apiText, machineDoors } from '../src/machines.server.ts'
import { hookPermissions, publicPermissions, teamPermissions } from '../src/permissions.ts'

const kept = readFileSync(join(import.meta.dirname, '../docs/api/openapi.json'), 'utf8')
const keys = machineDoors.map((door) => door.key as string)
const needOf: Readonly<Record<string, string>> = {
  ...publicPermissions,
  ...hookPermissions,
  ...teamPermissions,
}

describe('the document of what machines may send', () => {
  it('is the one the schemas draw', () => {
    expect(kept, 'npx tailboard api > docs/api/openapi.json').toBe(apiText())
  })

  it('names no door that stands nowhere, none twice, and every one of the phone companies', () => {
    expect(keys.filter((key) => needOf[key] === undefined)).toEqual([])
    expect(keys.length).toBe(new Set(keys).size)
    expect(Object.keys(hookPermissions).filter((key) => !keys.includes(key))).toEqual([])
    const names = machineDoors.map((door) => door.name)
    expect(names.length).toBe(new Set(names).size)
  })

  it('asks for the proof that the permissions ask for', () => {
    const wrong = machineDoors.filter(({ key, proof }) => {
      const need = needOf[key]!
      if (need === 'provider') return proof !== 'signature'
      if (need === 'anyone') return proof !== 'none'
      if (need === 'link') return proof !== 'link'
      return proof !== 'session'
    })
    expect(wrong.map((door) => door.key)).toEqual([])
  })

  it('has a place for everything the address names, and no other', () => {
    for (const { key, params } of machineDoors) {
      const inAddress = [...key.matchAll(/:(\w+)/g)].map(([, name]) => name)
      expect([key, Object.keys(params?.shape ?? {}).sort()]).toEqual([key, inAddress.sort()])
    }
  })
})
