import { defaultPolicy, type Policy } from './policy.ts'
import { fieldText } from './policyChange.ts'
import { sourceBasis } from './settingSource.ts'
import { basisWords, settingSourceWords } from './settingSourceWords.ts'
import { policyPaths, sameValue, settings, valueAt } from './settings.ts'
import { unitWord } from './settingWords.ts'

/**
 * A policy as a plain table, one setting a line, each with its unit, how firmly its default is known and from where.
 * A star marks what a region decided otherwise; its default stands beside it.
 */
export function policyTable(policy: Policy): string {
  const rows = policyPaths.flatMap((path) => {
    const value = valueAt(policy, path)
    if (value === null) return []
    const usual = valueAt(defaultPolicy, path)
    const own = !sameValue(value, usual)
    const { source } = settings[path]
    return [
      [
        own ? `${path} *` : path,
        fieldText(path, value),
        own ? fieldText(path, usual) || '–' : '',
        unitWord(path, 'en', value),
        basisWords.en[sourceBasis[source]].toLowerCase(),
        settingSourceWords.en[source],
      ],
    ]
  })
  const heads = ['SETTING', 'VALUE', 'DEFAULT', 'UNIT', 'BASIS', 'SOURCE']
  const asked = rows.some((row) => row[2] !== '') ? heads : heads.filter((head) => head !== 'DEFAULT')
  const cells = [asked, ...rows.map((row) => row.filter((_, index) => asked.includes(heads[index]!)))]
  const widths = asked.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)))
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
