import { type FurtherFacts, incidentWords, toldFacts } from '../incident/index.ts'
import type { Agency } from '../region/index.ts'
import type { Language } from '../ui/language.ts'
import { factWords, furtherWords } from './furtherWords.ts'

/** What somebody said on the phone, a line each; what nobody said is left out. */
export function toldList(
  further: FurtherFacts,
  agencies: ReadonlyMap<string, Agency>,
  lang: Language,
): { readonly term: string; readonly detail: string }[] {
  const words = furtherWords[lang]
  const line = (known: boolean, term: string, detail: string) => (known ? [{ term, detail }] : [])
  const { investigation, shiftPattern, earlierIncidents, interpreterLanguage, teamWish } = further
  const earlier = earlierIncidents === 'none' ? words.earlierNone : words[earlierIncidents]
  return [
    ...toldFacts.flatMap((fact) =>
      line(further[fact] !== 'unknown', factWords[lang][fact], words[further[fact]]),
    ),
    ...further.exposed.map((one) => ({
      term: `${incidentWords[lang].role[one.role]}, ${agencies.get(one.agencyId)?.name}`,
      detail: `${words[one.exposure]}: ${one.count}`,
    })),
    ...line(investigation !== 'unknown', words.investigation, words[investigation]),
    ...line(shiftPattern !== 'unknown', words.shiftPattern, words[shiftPattern]),
    ...line(earlierIncidents !== 'unknown', words.earlierIncidents, earlier),
    ...(interpreterLanguage === null
      ? []
      : [{ term: words.interpreterLanguage, detail: languageName(interpreterLanguage, lang) }]),
    ...(teamWish === null ? [] : [{ term: words.teamWish, detail: words[teamWish] }]),
  ]
}

/** A language by its name in the reader's; first letter large, as a choice stands alone. */
export function languageName(code: string, lang: Language): string {
  const name = new Intl.DisplayNames([lang], { type: 'language' }).of(code) ?? code
  return `${name.charAt(0).toLocaleUpperCase(lang)}${name.slice(1)}`
}
