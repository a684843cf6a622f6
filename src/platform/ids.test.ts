import { describe, expect, it } from 'vitest'
import { idMaker, newId, parseId } from './ids.ts'

describe('ids', () => {
  it('carry the millisecond, the version and the variant of RFC 9562', () => {
    // Appendix A.6 of RFC 9562: 2022-02-22T19:22:22Z begins with 017f22e2-79b0-7.
    expect(idMaker(() => 1645557742000)()).toMatch(
      /^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
  })

  it('sort by the time they were made', () => {
    const times = [0, 1, 2 ** 32 - 1, 2 ** 32, 2 ** 48 - 1]
    const ids = times.map((time) => idMaker(() => time)())
    expect([...ids].reverse().sort()).toEqual(ids)
  })

  it('differ and rise within one millisecond, past the counter’s end and when the clock steps back', () => {
    let time = 7
    const make = idMaker(() => time)
    const ids = Array.from({ length: 10_000 }, (_, index) => {
      if (index === 9_000) time = 3
      return make()
    })
    expect(new Set(ids).size).toBe(10_000)
    expect([...ids].sort()).toEqual(ids)
  })

  it('are parsed from lower-case UUIDs and nothing else', () => {
    const id = newId()
    expect(parseId(id)).toBe(id)
    for (const text of ['', id.toUpperCase(), ` ${id}`, `${id}\n`, id.slice(1), `{${id}}`, `${id}0`])
      expect(parseId(text)).toBeNull()
  })
})
