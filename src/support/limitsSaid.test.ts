import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPacks } from '../region/index.server.ts'
import { limitsSaid } from './limitsSaid.ts'
import { limitsWords } from './limitsWords.ts'

const packs = readPacks(join(import.meta.dirname, '../..'))
const say = limitsWords.en

describe('what a pack says', () => {
  it('is told where it was read', () => {
    expect(limitsSaid(packs.get('WA')!, 'en').told).toContain(say.scene.yes)
    expect(limitsSaid(packs.get('DE')!, 'en').told).toEqual([say.designated.yes, say.between.yes])
    expect(limitsSaid(packs.get('US')!, 'es').told).toEqual([limitsWords.es.notice.yes])
  })

  it('is unknown where it was not, and never both', () => {
    for (const pack of packs.values()) {
      const { told, unread } = limitsSaid(pack, 'en')
      for (const words of [
        say.scene,
        say.designated,
        say.retired,
        say.between,
        say.participants,
        say.notice,
      ]) {
        const said = [words.yes, words.no].filter((one) => told.includes(one)).length
        expect([pack.state, said + unread.filter((one) => one === words.unknown).length]).toEqual([
          pack.state,
          1,
        ])
      }
    }
  })

  it('of a bill is nothing but what was not read', () => {
    const { told, unread } = limitsSaid(packs.get('VT')!, 'en')
    expect(told).toEqual([])
    expect(unread).toEqual(
      expect.arrayContaining([say.unread.protects, say.unread.covered, say.unread.supporter]),
    )
  })

  it('has no gap only where counsel says that no exception is missing', () => {
    const federal = packs.get('US')!
    const whole = { ...federal, exceptions: { ...federal.exceptions, complete: true } }
    expect(limitsSaid(federal, 'en').unread).toContain(say.unread.exceptions)
    expect(limitsSaid(whole, 'en').unread).not.toContain(say.unread.exceptions)
  })
})
