import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { disclose } from './disclose.ts'

/** One kind of a month: how many contacts, and its cells; the rest left the question out. */
type Table = { readonly contacts: number; readonly cells: readonly number[] }
type Shown = readonly (number | null)[] | null
type Rule = (table: Table, least: number) => Shown

const named = (cells: readonly number[]) => Object.fromEntries(cells.map((count, at) => [`c${at}`, count]))
const ours: Rule = ({ contacts, cells }, least) => {
  const shown = disclose({ contacts, notices: 0, kinds: { one: named(cells) } }, least)
  return shown === null ? null : Object.values(shown.kinds.one)
}
/** Without its third step: only what is small is hidden. */
const smallOnly: Rule = ({ contacts, cells }, least) =>
  contacts < least ? null : cells.map((count) => (count < least ? null : count))
/** Hides one more cell, the smallest of the rest, whenever a single one is hidden: how it is often done by hand. */
const oneMore: Rule = (table, least) => {
  const shown = smallOnly(table, least)
  if (shown === null || shown.filter((count) => count === null).length !== 1) return shown
  const next = Math.min(...shown.filter((count) => count !== null))
  const at = shown.indexOf(next)
  return shown.map((count, index) => (index === at ? null : count))
}

const sum = (counts: readonly number[]) => counts.reduce((one, other) => one + other, 0)
const unsaid = ({ contacts, cells }: Table) => contacts - sum(cells)

/** Every way to fill so many cells with at most so many contacts. */
function* fillings(cells: number, most: number): Generator<readonly number[]> {
  if (cells === 0) yield []
  else
    for (let first = 0; first <= most; first++)
      for (const rest of fillings(cells - 1, most - first)) yield [first, ...rest]
}
function* tables(cells: number, most: number): Generator<Table> {
  for (let contacts = 0; contacts <= most; contacts++)
    for (const filled of fillings(cells, contacts)) yield { contacts, cells: filled }
}

type Reader = {
  /** What they know beside the page, the rule and `least`. */
  readonly knows: (table: Table) => unknown
  /** Cells they can't be kept from, whatever a page shows. */
  readonly own: (table: Table, at: number, shown: Shown, least: number) => boolean
}
const readers: Readonly<Record<string, Reader>> = {
  'the page alone': { knows: () => null, own: () => false },
  'how many left the question out': {
    knows: unsaid,
    own: ({ cells }) => sum(cells) === 0,
  },
  'that, and which cells are zero': {
    knows: (table) => [unsaid(table), table.cells.map((count) => count === 0)],
    // What counts `least` may be known; and where nothing is shown, all they have is what they knew.
    own: ({ cells }, at, shown, least) =>
      cells[at] === 0 || cells[at]! >= least || (shown ?? []).every((count) => count === null),
  },
}

/** Groups all tables by what a reader sees and knows, and answers each hidden number that has one value in its group. */
function recovered(rule: Rule, least: number, cells: number, most: number, { knows, own }: Reader): string[] {
  const groups = new Map<string, { shown: Shown; inside: Table[] }>()
  for (const table of tables(cells, most)) {
    const shown = rule(table, least)
    // A month that is closed shows no total either, and then nobody knows how many left a question out of how many.
    const seen = shown === null ? 'closed' : JSON.stringify([table.contacts, shown, knows(table)])
    const group = groups.get(seen) ?? { shown, inside: [] }
    group.inside.push(table)
    groups.set(seen, group)
  }
  const found: string[] = []
  for (const [seen, { shown, inside }] of groups) {
    const say = (what: string) => found.push(`${seen}: ${what} of ${JSON.stringify(inside[0])}`)
    if (shown === null && new Set(inside.map(({ contacts }) => contacts)).size === 1) say('the total')
    for (let at = 0; at < cells; at++) {
      if (shown !== null && shown[at] !== null) continue
      if (own(inside[0]!, at, shown, least)) continue
      if (new Set(inside.map((table) => table.cells[at])).size === 1) say(`cell ${at}`)
    }
  }
  return found
}

describe('an attack on every small table', () => {
  const sizes = [
    { least: 5, cells: 2, most: 20 },
    { least: 5, cells: 3, most: 20 },
    { least: 5, cells: 4, most: 18 },
    { least: 4, cells: 4, most: 16 },
    { least: 3, cells: 4, most: 16 },
    { least: 3, cells: 5, most: 13 },
    { least: 2, cells: 5, most: 12 },
  ]
  for (const [who, reader] of Object.entries(readers))
    it.each(sizes)(
      `recovers nothing for who knows ${who}: least $least, $cells cells, up to $most contacts`,
      ({ least, cells, most }) => {
        expect(recovered(ours, least, cells, most, reader)).toEqual([])
      },
      60_000,
    )

  it.each(Object.entries(readers))(
    'finds what hiding the small cells alone gives away to %s',
    (_, reader) => {
      expect(recovered(smallOnly, 5, 3, 16, reader).length).toBeGreaterThan(0)
    },
  )

  it('finds what hiding one more cell gives away', () => {
    const reader = readers['how many left the question out']!
    expect(recovered(oneMore, 5, 3, 16, reader).length).toBeGreaterThan(0)
  })

  it('recovers nothing of a whole month, whose kinds share their total', () => {
    const least = 3
    const groups = new Map<string, number[][]>()
    for (let contacts = 0; contacts <= 8; contacts++)
      for (const one of fillings(3, contacts))
        for (const other of fillings(2, contacts))
          for (const notices of [0, least - 1, least]) {
            const kinds = { one: named(one), other: named(other) }
            const seen = JSON.stringify(disclose({ contacts, notices, kinds }, least))
            groups.set(seen, [...(groups.get(seen) ?? []), [contacts, ...one, ...other, notices]])
          }
    for (const [seen, inside] of groups) {
      const shown: ReturnType<typeof disclose> = JSON.parse(seen)
      const values = (at: number) => new Set(inside.map((numbers) => numbers[at])).size
      const hidden =
        shown === null
          ? [0, 1, 2, 3, 4, 5, 6]
          : [
              shown.contacts,
              ...Object.values(shown.kinds.one!),
              ...Object.values(shown.kinds.other!),
              shown.notices,
            ].flatMap((count, at) => (count === null ? [at] : []))
      expect(
        hidden.filter((at) => values(at) === 1),
        seen,
      ).toEqual([])
    }
  })
})

describe('larger tables', () => {
  const cell = fc.oneof(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 60 }))
  const some = fc.record({
    cells: fc.array(cell, { minLength: 4, maxLength: 10 }),
    left: fc.integer({ min: 0, max: 12 }),
    least: fc.integer({ min: 3, max: 11 }),
  })
  const shownFor = (cells: readonly number[], left: number, least: number) =>
    ours({ contacts: sum(cells) + left, cells }, least)

  it('leave each hidden cell room between its bounds, for who knows how many left the question out', () => {
    fc.assert(
      fc.property(some, ({ cells, left, least }) => {
        const shown = shownFor(cells, left, least)
        if (shown === null || sum(cells) === 0) return
        const hidden = cells.filter((_, at) => shown[at] === null)
        const rest = sum(hidden)
        // Whatever is hidden counts less than anything shown.
        const most = Math.min(rest, ...shown.flatMap((count) => (count === null ? [] : [count - 1])))
        for (const _ of hidden) {
          const lowest = Math.max(0, rest - most * (hidden.length - 1))
          expect(lowest).toBeLessThan(most)
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('would look the same with two of their hidden cells in each other’s place', () => {
    fc.assert(
      fc.property(some, ({ cells, left, least }) => {
        const shown = shownFor(cells, left, least)
        if (shown === null || shown.every((count) => count === null)) return
        shown.forEach((count, at) => {
          if (count !== null) return
          const small = cells[at]! > 0 && cells[at]! < least
          const other = cells.findIndex(
            (one, index) => shown[index] === null && one !== cells[at] && (one > 0 || !small),
          )
          expect(other).not.toBe(-1)
          const turned = cells.with(at, cells[other]!).with(other, cells[at]!)
          expect(shownFor(turned, left, least)).toEqual(shown)
        })
      }),
      { numRuns: 3000 },
    )
  })

  it('show what is true, nothing below the smallest count, and a group of the hidden that counts as much', () => {
    fc.assert(
      fc.property(some, ({ cells, left, least }) => {
        const shown = shownFor(cells, left, least)
        expect(shown === null).toBe(sum(cells) + left < least)
        if (shown === null) return
        const hidden = cells.filter((_, at) => shown[at] === null)
        shown.forEach((count, at) => {
          if (count !== null) expect([count, count >= least]).toEqual([cells[at], true])
        })
        if (hidden.length < cells.length && hidden.length > 0)
          expect(sum(hidden)).toBeGreaterThanOrEqual(least)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('what is shown of a month', () => {
  const kinds = { mode: { phone: 14, in_person: 9, conversation: 3, message: 0 } }

  it('hides what is small, zero too, and as much more as keeps these apart', () => {
    expect(disclose({ contacts: 29, notices: 4, kinds }, 5)).toEqual({
      contacts: 29,
      notices: null,
      // 3 and 0 count fewer than 5 together: 9 is hidden with them.
      kinds: { mode: { phone: 14, in_person: null, conversation: null, message: null } },
    })
    expect(disclose({ contacts: 29, notices: 12, kinds }, 3)?.kinds.mode.phone).toBe(14)
  })

  it('hides nothing where every cell counts enough', () => {
    const shown = disclose({ contacts: 40, notices: 5, kinds: { mode: { phone: 20, message: 5 } } }, 5)
    expect(shown).toEqual({ contacts: 40, notices: 5, kinds: { mode: { phone: 20, message: 5 } } })
  })

  it('closes a month whose total is small, however often the limits were shown', () => {
    expect(disclose({ contacts: 4, notices: 30, kinds }, 5)).toBeNull()
    expect(disclose({ contacts: 5, notices: 30, kinds }, 5)).not.toBeNull()
  })
})
