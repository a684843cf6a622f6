import { keepSaid, type Rule } from './rule.ts'

/** A line for each rule: how long, from when, and how many rows. */
export function reportOf(
  went: readonly { readonly rule: Rule; readonly rows: number; readonly held: boolean }[],
  dryRun: boolean,
): string {
  return went
    .map(({ rule, rows, held }) => {
      const head = `  ${rule.name.padEnd(20)} ${keepSaid(rule.keep)} after ${rule.since}:`
      if (rule.removals.length === 0) return `${head} ${rule.what}; a hold would not keep them\n`
      const counts = rule.leaves === 'counts' && rows > 0 ? ', their counts stay' : ''
      if (held) return `${head} ${said(rows)} kept, a legal hold stands\n`
      return `${head} ${said(rows)} ${dryRun ? 'would go' : 'went'}${counts}\n`
    })
    .join('')
}

function said(rows: number): string {
  return rows === 1 ? '1 row' : `${rows} rows`
}
