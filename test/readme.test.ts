import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const text = (path: string) => readFileSync(join(root, path), 'utf8')
const readme = text('README.md')

describe('the README', () => {
  it('names people who are in the demonstration', () => {
    const named = [...readme.matchAll(/`([\w.]+@[\w.]+)`/g)].map((match) => match[1]!)
    expect(named.length).toBeGreaterThan(0)
    const cast = JSON.parse(text('demo/harbor/members.json')) as {
      accounts: { email: string }[]
      members: { key: string; email: string }[]
    }
    const shown = JSON.parse(text('demo/harbor/peers.json')) as { key: string; account: boolean }[]
    const members = cast.members.filter(({ key }) => shown.some((one) => one.key === key && one.account))
    const known = [...cast.accounts, ...members].map((account) => account.email)
    expect(named.filter((address) => !known.includes(address))).toEqual([])
  })

  it('names files that are there and scripts that can be run', () => {
    const linked = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1]!)
    expect(linked.filter((path) => !existsSync(join(root, path)))).toEqual([])
    const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> }
    const run = [...readme.matchAll(/npm (?:run (?:-s )?)?(start|test(?::\w+)?|demo|bench|dev)\b/g)]
    expect(run.length).toBeGreaterThan(2)
    for (const match of run) expect(scripts).toHaveProperty([match[1]!])
  })
})
