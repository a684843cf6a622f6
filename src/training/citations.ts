import type { Source } from './course.ts'

/** Numbers sources in the order in which a text cites them; the first is 1. */
export class Citations {
  readonly keys: string[] = []

  readonly sources: ReadonlyMap<string, Source>

  constructor(sources: ReadonlyMap<string, Source>) {
    this.sources = sources
  }

  /** Null: there is no such source. */
  cite(key: string): { number: number; practice: boolean } | null {
    const source = this.sources.get(key)
    if (source === undefined) return null
    if (!this.keys.includes(key)) this.keys.push(key)
    return { number: this.keys.indexOf(key) + 1, practice: source.kind === 'practice' }
  }
}
