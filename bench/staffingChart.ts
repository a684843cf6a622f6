type Sum = { readonly minutes: number; readonly disturbed: number; readonly filled: number }
export type Point = {
  readonly accept: number
  readonly medianMinutes: number
  readonly tree: Sum
  readonly all: Sum
  readonly mine: Sum
  readonly timeRatio: number
  readonly disturbedRatio: number
  readonly filledRatio: number
}

const ways = [
  ['tree', 'Phone tree', '#8a5a00', '#e0a63a'],
  ['all', 'Call everybody', '#6b7680', '#9aa6b0'],
  ['mine', 'Tailboard', '#1d5b93', '#7db8f0'],
] as const

/** Median minutes to a full team, nine assumed points, three ways; readable on light and dark. */
export function staffingChart(points: readonly Point[]): string {
  const [width, row, left, right] = [760, 64, 150, 70]
  const height = points.length * row + 96
  const most = Math.max(...points.flatMap((one) => ways.map(([way]) => finite(one[way].minutes))))
  const scale = (minutes: number) => (finite(minutes) / most) * (width - left - right)
  const styles = ways.map(([way, , light]) => `.${way}{fill:${light}}`).join('')
  const dark = ways.map(([way, , , tone]) => `.${way}{fill:${tone}}`).join('')
  const bars = points.map((point, index) => {
    const top = 76 + index * row
    const label = `<text x="0" y="${top + 26}">${100 * point.accept} % say yes</text><text x="0" y="${top + 44}" class="quiet">half in ${point.medianMinutes} min</text>`
    return `${label}${ways
      .map(([way], at) => {
        const y = top + at * 17
        const value = point[way].minutes
        const said = Number.isFinite(value) ? `${value} min` : 'not half in the window'
        return `<rect class="${way}" x="${left}" y="${y}" width="${Math.max(2, scale(value)).toFixed(1)}" height="13" rx="3"/><text x="${left + scale(value) + 8}" y="${y + 11}" class="value">${said}</text>`
      })
      .join('')}`
  })
  const key = ways
    .map(
      ([way, name], at) =>
        `<rect class="${way}" x="${left + at * 150}" y="40" width="13" height="13" rx="3"/><text x="${left + at * 150 + 20}" y="51">${name}</text>`,
    )
    .join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">
<title id="title">Minutes to a full team: phone tree, call everybody, Tailboard, over nine assumed points</title>
<style>text{font:14px system-ui,sans-serif;fill:#182026}.quiet,.value{fill:#55626c;font-size:12px}.head{font-weight:700;font-size:17px}${styles}@media(prefers-color-scheme:dark){text{fill:#e9eef2}.quiet,.value{fill:#a7b3bd}${dark}}</style>
<text x="0" y="20" class="head">Minutes to a full team (median; shares and delays assumed)</text>
${key}
${bars.join('\n')}
</svg>
`
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0
}
